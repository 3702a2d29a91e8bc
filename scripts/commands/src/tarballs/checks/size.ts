import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import type { InstalledPackage } from "../workspace.ts";
import { installedTree } from "./installed-tree.ts";

/** Bytes that a vendor's SDK may take on a user's disk, with everything it brings along. */
const MAX_BYTES = 600_000;

/** Bytes that a program for developers may take: 4 MiB. */
const MAX_PROGRAM_BYTES = 4 * 2 ** 20;

/** How much an install of the package brings. A package without a spec of its own may be as large as its vendors' SDKs. */
export function checkSize({ folder, manifest }: InstalledPackage): string {
  let bytes = 0;
  let count = 0;
  for (const each of installedTree(folder)) {
    for (const entry of readdirSync(each, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      count += 1;
      bytes += statSync(join(entry.parentPath, entry.name)).size;
    }
  }
  const words = `${Math.round(bytes / 1000)} kB, ${count} files`;
  if (manifest.bin) {
    if (bytes <= MAX_PROGRAM_BYTES) return words;
    throw new Problem(`${words} with dependencies; at most ${Math.floor(MAX_PROGRAM_BYTES / 1000)} kB is the goal`);
  }
  const vendors = Object.keys(manifest.dependencies ?? {}).length;
  if (bytes > MAX_BYTES * Math.max(1, vendors)) {
    throw new Problem(`${words} with dependencies; the limit is ${Math.floor(MAX_BYTES / 1000)} kB a vendor`);
  }
  return words;
}
