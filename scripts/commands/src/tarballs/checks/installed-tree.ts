import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { readManifest } from "../workspace.ts";

/** The folders of a package and of everything it brings along, found where Node would find them. */
export function installedTree(folder: string): ReadonlySet<string> {
  const folders = new Set([folder]);
  // A set that grows while it is walked is walked to its end.
  for (const each of folders) {
    for (const name of Object.keys(readManifest(each).dependencies ?? {})) folders.add(folderOf(name, each));
  }
  return folders;
}

/** Not every package lets its package.json be resolved: it is looked for. */
function folderOf(name: string, from: string): string {
  const places = createRequire(join(from, "package.json")).resolve.paths(name) ?? [];
  const found = places
    .map((place) => join(place, name))
    .find((place) => statSync(join(place, "package.json"), { throwIfNoEntry: false }));
  if (!found) throw new Problem(`${name} is a dependency but not installed`);
  return found;
}
