import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readIfThere, Problem } from "@x/openapi";

export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
  readonly peerDependencies?: { readonly [name: string]: string };
}

/**
 * The published packages that a vendor's change reaches, by name: its own first, then all that depend on it, however far,
 * as the manifests under `packages/` say.
 *
 * @throws {Problem} when the vendor has no package
 */
export function affectedPackages(root: string, vendor: string): string[] {
  const manifests = manifestsIn(join(root, "packages"));
  const own = manifestOf(join(root, "packages", vendor));
  if (own === undefined)
    throw new Problem(`packages/${vendor} has no package.json. "pnpm specs add" makes the package.`);
  const affected = new Set([own.name]);
  // A set that grows while it is walked: what is added is visited too.
  for (const name of affected) {
    for (const manifest of manifests) {
      const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
      if (manifest.private !== true && Object.hasOwn(needed, name)) affected.add(manifest.name);
    }
  }
  return [...affected];
}

/** Of every package in a folder. Whatever else is there is no package. */
export function manifestsIn(parent: string): Manifest[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((folder) => manifestOf(join(parent, folder)) ?? []);
}

function manifestOf(folder: string): Manifest | undefined {
  const text = readIfThere(join(folder, "package.json"));
  return text === undefined ? undefined : (JSON.parse(text) as Manifest);
}
