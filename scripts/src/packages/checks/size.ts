import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Problem } from "../../lib/problem.ts";
import { readManifest, type InstalledPackage } from "../workspace.ts";

/** Bytes that a vendor's SDK may take on a user's disk, with everything it brings along: 0.5 MiB. */
const MAX_BYTES = 0.5 * 2 ** 20;

/** How much an install of the package brings. A package without a spec of its own may be as large as its vendors' SDKs. */
export function checkSize({ folder, manifest }: InstalledPackage): string {
  const folders = new Set([folder]);
  // A set that grows while it is walked is walked to its end.
  for (const each of folders) for (const below of dependencyFolders(each)) folders.add(below);
  let bytes = 0;
  let count = 0;
  for (const each of folders) {
    for (const entry of readdirSync(each, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      count += 1;
      bytes += statSync(join(entry.parentPath, entry.name)).size;
    }
  }
  const vendors = Object.keys(manifest.dependencies ?? {}).length;
  const words = `${Math.round(bytes / 1000)} kB, ${count} files`;
  if (bytes > MAX_BYTES * Math.max(1, vendors)) {
    throw new Problem(`${words} with dependencies; at most ${Math.floor(MAX_BYTES / 1000)} kB a vendor is the goal`);
  }
  return words;
}

function dependencyFolders(folder: string): string[] {
  const { dependencies = {} } = readManifest(folder);
  const require = createRequire(join(folder, "package.json"));
  return Object.keys(dependencies).map((name) => {
    // Not every package lets its package.json be resolved: it is looked for where Node would.
    const found = (require.resolve.paths(name) ?? [])
      .map((place) => join(place, name))
      .find((place) => statSync(join(place, "package.json"), { throwIfNoEntry: false }));
    if (!found) throw new Problem(`${name} is a dependency but not installed`);
    return found;
  });
}
