import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's root folder. */
export const root: string = join(import.meta.dirname, "../../../..");

/**
 * Writes files where nobody's work is at stake, reports and scratch: each in full beside its place, then renamed into it. What
 * the workspace is made of is written by a `transaction`.
 *
 * @param files - text by absolute path
 */
export function writeAll(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.tmp`, text);
    renameSync(`${path}.tmp`, path);
  }
}
