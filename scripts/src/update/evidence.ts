import { join } from "node:path";
import { run } from "./run.ts";

/** How something went that an update does not depend on, but its reader wants to know. */
export interface Evidence {
  readonly name: string;
  readonly passed: boolean;
  /** The last lines of its output. */
  readonly tail: string;
}

export type Check = (root: string, vendor: string, packages: readonly string[]) => Promise<Evidence>;

const TAIL_LINES = 40;

/**
 * Whether code written before still compiles against the packages as they are now: their own sources and tests, and those of
 * all that depend on them.
 */
export const typecheck: Check = (root, _vendor, packages) => {
  const filters = packages.map((name) => `--filter=${name}`);
  return check(root, "typecheck", "turbo", ["run", "typecheck", ...filters, "--output-logs=errors-only"]);
};

/** The contract suite as it was before, against servers started from the new document. */
export const contract: Check = (root, vendor) =>
  check(root, "contract tests", "vitest", ["run", `packages/${vendor}/test/`]);

async function check(root: string, name: string, program: string, args: string[]): Promise<Evidence> {
  const { passed, output } = await run(join(root, "node_modules/.bin", program), args, root);
  return { name, passed, tail: output.trimEnd().split("\n").slice(-TAIL_LINES).join("\n") };
}
