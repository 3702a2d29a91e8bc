import { accessSync, constants, lstatSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "@x/openapi";
import { shown } from "./words.ts";

/** What stands at a path itself, a link not followed; undefined for nothing. */
export function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** The folders that have to be made for a file, the innermost first. */
export function missingFolders(path: string): string[] {
  const missing: string[] = [];
  for (let folder = dirname(path); statOf(folder) === undefined; folder = dirname(folder)) missing.push(folder);
  return missing;
}

/**
 * Looks before anything is touched, at what a rename would pass over (a file that is read-only) or say in other words.
 *
 * @throws {Problem} when what stands at a path, or above it, is not of the right kind or can't be written
 */
export function refuseUnfit(root: string, path: string, removed: boolean): void {
  const refuse = (place: string, what: string): never => {
    throw new Problem(`${shown(root, path)} can't be written: ${shown(root, place)} ${what}. Nothing was changed.`);
  };
  const folder = dirname(missingFolders(path).at(-1) ?? path);
  if (statOf(folder)?.isDirectory() !== true) refuse(folder, "is a file, where a folder should be");
  if (!isWritable(folder)) refuse(folder, "is a folder that can't be written in");
  const found = statOf(path);
  if (found === undefined || removed) return;
  if (found.isDirectory()) refuse(path, "is a folder, where a file should be");
  if (!found.isFile()) refuse(path, "is a link or a device, where a file should be");
  if (!isWritable(path)) refuse(path, "is read-only");
}

/** Asked by its mode too: to the superuser everything is writable. */
function isWritable(path: string): boolean {
  if (((statOf(path)?.mode ?? 0) & 0o222) === 0) return false;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
