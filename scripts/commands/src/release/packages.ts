import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "../tarballs/workspace.ts";

/** Folder from the root by name, of every package that is published. */
export function publishedPackages(root: string): Map<string, string> {
  const folders = readdirSync(join(root, "packages")).map((name) => join("packages", name));
  const manifests = folders
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => [folder, readManifest(join(root, folder))] as const);
  return new Map(manifests.filter(([, { private: hidden }]) => !hidden).map(([folder, { name }]) => [name, folder]));
}

/** Every published package that depends on one, directly or not. */
export function dependentsOf(name: string, root: string): string[] {
  const packages = publishedPackages(root);
  const found = new Set<string>([name]);
  for (const target of found) {
    for (const [other, folder] of packages) {
      const { dependencies = {}, peerDependencies = {} } = readManifest(join(root, folder));
      if (target in dependencies || target in peerDependencies) found.add(other);
    }
  }
  found.delete(name);
  return [...found];
}
