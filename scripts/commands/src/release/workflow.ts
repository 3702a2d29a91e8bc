import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";

/** What is read of a GitHub Actions workflow, here. */
export interface Workflow {
  readonly name?: string;
  readonly on?: unknown;
  readonly permissions?: Permissions;
  readonly env?: Variables;
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly permissions?: Permissions;
  readonly environment?: unknown;
  readonly env?: Variables;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: unknown;
  readonly secrets?: unknown;
  /** A workflow that is called in place of steps. */
  readonly uses?: string;
  readonly steps?: readonly Step[];
}

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string | boolean;
  readonly env?: Variables;
  readonly uses?: string;
  readonly with?: Variables;
  readonly run?: string;
}

export type Permissions = string | Readonly<Record<string, string>>;
type Variables = Readonly<Record<string, unknown>>;

export function parseWorkflow(text: string): Workflow {
  return load(text) as Workflow;
}

/** Text by path from the root, of every workflow. */
export function readWorkflows(root: string): ReadonlyMap<string, string> {
  const folder = ".github/workflows";
  const names = readdirSync(join(root, folder)).filter((name) => /\.ya?ml$/.test(name));
  return new Map(names.map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), "utf8")]));
}
