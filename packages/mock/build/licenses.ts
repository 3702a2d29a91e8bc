import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Metafile } from "esbuild";

interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

/**
 * The licences of all packages whose code is in the bundles, whole, in one text.
 *
 * @param texts - by SPDX identifier: for packages that name their licence and do not ship its text
 * @throws {Error} naming a package for which there is none
 */
export function licensesOf(metafiles: readonly Metafile[], texts: Readonly<Record<string, string>>): string {
  const files = metafiles.flatMap(filesIn);
  const folders = new Set(files.map(folderOf));
  for (const folder of foldersOf(new Set(files.flatMap(bundledIn)))) folders.add(folder);
  // One package may stand in several folders.
  const parts = new Set(Array.from(folders, (folder) => describe(folder, texts)));
  return [...parts].toSorted().join(`\n${"-".repeat(80)}\n\n`);
}

/** The packages' files that gave at least a byte. */
function filesIn({ outputs }: Metafile): string[] {
  const files = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return files.filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && isOthers(file)).map(([file]) => file);
}

function isOthers(file: string): boolean {
  return file.includes("node_modules/");
}

/** The names of packages that a file, a bundle itself, has inside: its source map tells. */
function bundledIn(file: string): string[] {
  if (!existsSync(`${file}.map`)) return [];
  const { sources } = JSON.parse(readFileSync(`${file}.map`, "utf8")) as { sources: string[] };
  return sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
}

/** Where packages stand that this one, or a package found so far, depends on. */
function foldersOf(names: ReadonlySet<string>): string[] {
  const found = new Map<string, string>();
  const places = [import.meta.dirname];
  for (const place of places) {
    for (const name of names) {
      const path = found.has(name) ? undefined : find(name, place);
      if (path === undefined) continue;
      found.set(name, folderOf(path));
      places.push(folderOf(path));
    }
  }
  const lost = [...names].filter((name) => !found.has(name));
  if (lost.length) throw new Error(`${lost.join(", ")}: bundled, but not installed: no licence text`);
  return [...found.values()];
}

function find(name: string, place: string): string | undefined {
  try {
    return createRequire(join(place, "x")).resolve(name);
  } catch {
    return undefined;
  }
}

/** A package.json without a version only says how its folder's files are to be read. */
function folderOf(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json")) && manifestOf(folder).version) return folder;
  }
  throw new Error(`${file} belongs to no package`);
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

function describe(folder: string, texts: Readonly<Record<string, string>>): string {
  const { name, version, license = "", author = "" } = manifestOf(folder);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const shipped = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  const text = shipped.length ? shipped.join("\n\n") : texts[license];
  if (text === undefined) throw new Error(`${name} ${version} (${license}) has no licence text`);
  const by = typeof author === "string" ? author : author.name;
  return `${name} ${version} (${license})\n${shipped.length || !by ? "" : `Copyright (c) ${by}\n`}\n${text.trim()}\n`;
}
