import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { vendorNames } from "@x/generator";

/**
 * A copy of all that an update reads and writes, away from the workspace: its steps work there, and what they make is
 * carried over at the end, or not at all.
 */
export interface Staging {
  readonly folder: string;
  /** The path in the workspace of a path in the copy. */
  readonly home: (path: string) => string;
}

/** Runs the body over a copy of `specs/` and the manifests and READMEs, and removes it whatever happens. */
export async function withStaging<Result>(root: string, body: (staging: Staging) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "specs-update-"));
  try {
    for (const name of ["sources.json", ...vendorNames(root).map((vendor) => `${vendor}.yaml`)]) {
      const path = join("specs", name);
      if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
    }
    const packages = readdirSync(join(root, "packages")).map((name) => join("packages", name));
    for (const path of [
      "README.md",
      ...packages.flatMap((each) => [join(each, "package.json"), join(each, "README.md")]),
    ])
      if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
    return await body({ folder, home: (path) => join(root, relative(folder, path)) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
