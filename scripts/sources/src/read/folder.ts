import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Problem } from "@x/openapi";
import type { Bounds } from "./bounds.ts";

/** Files that may hold text of ours; what they hold is told by content. */
const TEXT_FILE = /\.(?:mdx?|markdown|txt|ya?ml|json)$/i;

/** Whether an address is a folder on this machine. */
export function isFolder(address: URL): boolean {
  return address.protocol === "file:" && (statSync(address, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

/**
 * The text files of a folder and its subfolders, sorted. Links are not followed, hidden files and folders not read.
 *
 * @throws {Problem} when there are none, or more than the bounds allow
 */
export function filesOf(folder: URL, bounds: Bounds): URL[] {
  const path = fileURLToPath(folder);
  const files = within(path).toSorted();
  if (files.length === 0) throw new Problem(`${path} holds no Markdown, text, YAML or JSON file.`);
  if (files.length > bounds.maxPages)
    throw new Problem(`${path} holds ${files.length} files; at most ${bounds.maxPages} are read.`);
  return files.map((file) => pathToFileURL(file));
}

/** By hand: `readdirSync` goes through links to folders, wherever they lead. */
function within(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return within(path);
    return entry.isFile() && TEXT_FILE.test(entry.name) ? [path] : [];
  });
}
