import { lstatSync, readdirSync, type Stats } from "node:fs";
import { join, relative } from "node:path";
import { readIfThere } from "@x/openapi";
import { generatePackage } from "./generate-package.ts";

/**
 * What of a vendor's committed files is not what its document gives, a line each: a file that is missing, differs, is one
 * too many, is no plain file, or can be run (the one part of a file's mode that git keeps).
 *
 * @param folder - the repository's root
 * @throws {Problem} as `generatePackage` does
 */
export async function staleFiles(folder: string, vendor: string): Promise<string[]> {
  const { files, docs } = await generatePackage(folder, vendor);
  const found: string[] = [];
  const tell = (path: string, what: string): unknown =>
    found.push(`${relative(folder, path).replaceAll("\\", "/")} ${what}`);
  for (const [path, text] of [...files, ...docs]) {
    const stats = statsOf(path);
    if (stats === undefined) tell(path, "is missing");
    else if (!stats.isFile()) tell(path, "is no plain file");
    else if (readIfThere(path) !== text) tell(path, "differs");
    else if (process.platform !== "win32" && (stats.mode & 0o111) !== 0) tell(path, "is executable: chmod -x");
  }
  const generated = join(folder, "packages", vendor, "src/generated");
  if (statsOf(generated)?.isDirectory() !== true) return found;
  for (const entry of readdirSync(generated, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isDirectory() && !files.has(path)) tell(path, "is one too many: delete it");
  }
  return found.toSorted();
}

function statsOf(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}
