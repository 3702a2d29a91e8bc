import { join } from "node:path";
import { run } from "../workspace/run.ts";
import type { RunResult } from "../workspace/run.ts";

/** How something went that an update does not depend on, but its reader wants to know. */
export interface Evidence {
  readonly name: string;
  readonly passed: boolean;
  /** The last lines of its output. */
  readonly tail: string;
}

/** What a check is told. */
interface CheckContext {
  /** The workspace's root folder. */
  readonly root: string;
  readonly vendor: string;
  /** The affected packages by name, the vendor's own first. */
  readonly packages: readonly string[];
  /** The folder with the new documents. */
  readonly specs: string;
}

export type Check = (context: CheckContext) => Promise<Evidence>;

const TAIL_LINES = 40;

/**
 * The contract tests as they were against the new document: today's client, built from the present document, with servers
 * started from the new one. To be run while the workspace is as it was.
 */
export const contract: Check = async ({ root, vendor, packages: [own = ""], specs }) => {
  const name = "old contract tests";
  const built = await tool(root, "turbo", ["run", "build", `--filter=${own}`, "--output-logs=errors-only"]);
  if (!built.passed) return evidenceOf(name, built);
  return evidenceOf(
    name,
    await tool(root, "vitest", ["run", `packages/${vendor}/test/`], { CONTRACT_SPEC_DIR: specs }),
  );
};

/**
 * Whether code written before still compiles: the sources and tests of the vendor's package and of all that depend on it. To
 * be run when the new files are in place.
 */
export const typecheck: Check = async ({ root, packages }) => {
  const filters = packages.map((name) => `--filter=${name}`);
  return evidenceOf(
    "typecheck",
    await tool(root, "turbo", ["run", "typecheck", ...filters, "--output-logs=errors-only"]),
  );
};

function tool(
  root: string,
  name: string,
  args: string[],
  variables?: { readonly [name: string]: string },
): Promise<RunResult> {
  return run(join(root, "node_modules/.bin", name), args, root, variables);
}

function evidenceOf(name: string, { passed, output }: RunResult): Evidence {
  return { name, passed, tail: output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n") };
}
