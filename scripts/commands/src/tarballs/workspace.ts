import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace/files.ts";
import { pnpmProgram } from "../workspace/programs.ts";
import { mustRun } from "./run.ts";

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly sideEffects?: boolean;
  readonly license?: string;
  readonly engines?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly main?: string | undefined;
  readonly types?: string | undefined;
  readonly typesVersions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A published package as a user gets it. */
export interface InstalledPackage {
  readonly name: string;
  readonly tarball: string;
  /** Where npm put it. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What every install here says: no script of a package runs, and nothing is asked or told beside the install. */
export const NPM_INSTALL: readonly string[] = ["install", "--ignore-scripts", "--no-audit", "--no-fund"];

/** Builds every package, or finds the builds in turbo's cache. @throws {Problem} with the compiler's words */
export async function buildAll(): Promise<void> {
  const turbo = join(root, "node_modules/.bin/turbo");
  await mustRun(turbo, ["run", "build", "--output-logs=errors-only"], {
    cwd: root,
    // turbo looks for the package manager there.
    env: { PATH: process.env["PATH"] },
    timeoutMs: 300_000,
  });
}

/** Packs every package of the workspace that is not private. Returns tarballs by package name. */
export async function packAll(destination: string): Promise<ReadonlyMap<string, string>> {
  const list = await mustRun(pnpmProgram(), ["list", "--recursive", "--depth", "-1", "--json"], { cwd: root });
  const published = (JSON.parse(list) as { name: string; path: string; private: boolean }[]).filter(
    (one) => !one.private,
  );
  const tarballs = new Map<string, string>();
  for (const { name, path } of published) {
    const packed = await mustRun(pnpmProgram(), ["pack", "--json", "--pack-destination", destination], { cwd: path });
    tarballs.set(name, (JSON.parse(packed) as { filename: string }).filename);
  }
  return tarballs;
}

/** Installs all tarballs into a new folder by npm, as one project without a workspace. */
export async function installAll(
  tarballs: ReadonlyMap<string, string>,
  folder: string,
): Promise<readonly InstalledPackage[]> {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await mustRun("npm", [...NPM_INSTALL, ...tarballs.values()], { cwd: folder });
  return [...tarballs].map(([name, tarball]) => {
    const installed = join(folder, "node_modules", name);
    return { name, tarball, folder: installed, manifest: readManifest(installed) };
  });
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
