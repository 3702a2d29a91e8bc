import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/**
 * A copy of all that an update reads and writes, away from the workspace: its steps work there, and what they make is
 * carried over at the end, or not at all.
 */
export interface Staging {
  readonly folder: string;
  /** The path in the workspace of a path in the copy. */
  readonly home: (path: string) => string;
}

/** Runs the body over a copy of `specs/` and the packages' manifests and READMEs, and removes it whatever happens. */
export async function withStaging<Result>(root: string, body: (staging: Staging) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "specs-update-"));
  try {
    cpSync(join(root, "specs"), join(folder, "specs"), { recursive: true });
    for (const name of readdirSync(join(root, "packages"))) {
      for (const file of ["package.json", "README.md"]) {
        const path = join("packages", name, file);
        if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path));
      }
    }
    return await body({ folder, home: (path) => join(root, relative(folder, path)) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
