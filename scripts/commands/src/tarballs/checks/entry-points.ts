import { existsSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Problem } from "@x/openapi";
import type { InstalledPackage, Manifest } from "../workspace.ts";

/** What resolvers of every age find for one entry point. */
export interface EntryPoint {
  /** As `exports` names it: `.`, `./undici`. */
  readonly name: string;
  readonly esm: string;
  readonly commonJs: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The entry points that are code, with the files that they must have. The others are files to read. */
export function entryPoints(manifest: Manifest): EntryPoint[] {
  const names = Object.keys(manifest.exports ?? {}).filter((name) => !/\.(json|yaml)$/.test(name));
  return names.map((name) => {
    const file = name === "." ? "index" : name.slice(2);
    const form = (folder: string): Record<string, string> => ({
      types: `./${folder}/${file}.d.ts`,
      default: `./${folder}/${file}.js`,
    });
    return {
      name,
      esm: `./dist/${file}.js`,
      commonJs: `./dist/cjs/${file}.js`,
      // In this order: Node takes the first that it knows, so that `require` and `import` give one copy.
      exports: { "module-sync": form("dist"), import: form("dist"), require: form("dist/cjs") },
    };
  });
}

/** Every entry point exists as ES module and as CommonJS, for resolvers that read `exports` and for those that do not. */
export function checkEntryPoints({ folder, manifest }: InstalledPackage): string {
  const faults: string[] = [];
  const want = (is: unknown, wanted: unknown, name: string): void => {
    // As text, so that the order counts too.
    if (JSON.stringify(is) === JSON.stringify(wanted)) return;
    faults.push(`${name} is ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
  };
  want(manifest.main, "./dist/cjs/index.js", '"main"');
  want(manifest.types, "./dist/cjs/index.d.ts", '"types"');
  const all = entryPoints(manifest);
  for (const { name, exports } of all) want(manifest.exports?.[name], exports, `"exports" of "${name}"`);
  // TypeScript's node10 does not read "exports".
  const subpaths = all.filter(({ name }) => name !== ".");
  const types = Object.fromEntries(
    subpaths.map(({ name }) => [name.slice(2), [`./dist/cjs/${name.slice(2)}.d.ts`]] as const),
  );
  const given = manifest.typesVersions?.["*"] ?? {};
  if (!isDeepStrictEqual(given, types)) want(given, types, `"*" of "typesVersions"`);
  for (const { esm, commonJs } of all) {
    for (const file of [esm, commonJs]) if (!existsSync(join(folder, file))) faults.push(`${file} does not exist`);
  }
  if (faults.length) throw new Problem(`package.json:\n${faults.join("\n")}`);
  return `${all.length}`;
}
