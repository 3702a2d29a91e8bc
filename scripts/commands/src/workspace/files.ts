import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's root folder. */
export const root: string = join(import.meta.dirname, "../../../..");

/**
 * Writes all files or none: each is written in full beside its place, and only when all are there are they renamed into
 * it. A reader never sees half a file.
 *
 * @param files - text by absolute path
 */
export function writeAll(files: ReadonlyMap<string, string>): void {
  const written: [temporary: string, path: string][] = [];
  try {
    for (const [path, text] of files) {
      const temporary = `${path}.${randomUUID()}.tmp`;
      mkdirSync(dirname(path), { recursive: true });
      written.push([temporary, path]);
      writeFileSync(temporary, text);
    }
    for (const [temporary, path] of written) renameSync(temporary, path);
  } finally {
    for (const [temporary] of written) rmSync(temporary, { force: true });
  }
}
