import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { Problem } from "@x/openapi";
import type { InstalledPackage } from "../workspace.ts";

/**
 * Every package that a built file names, in code or in types, must be a declared dependency of its package. An optional
 * peer is loaded at run time, where it is: an import would fail for whoever does not have it.
 */
export function checkImports({ folder, manifest }: InstalledPackage): string {
  const isOptional = (name: string): boolean => manifest.peerDependenciesMeta?.[name]?.optional === true;
  const peers = Object.keys(manifest.peerDependencies ?? {}).filter((name) => !isOptional(name));
  const declared = new Set([...Object.keys(manifest.dependencies ?? {}), ...peers]);
  const faults: string[] = [];
  const used = new Set<string>();
  const dist = join(folder, "dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) => /\.[cm]?[jt]s$/.test(file));
  for (const file of files) {
    // Also finds import types and references.
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(readFileSync(join(dist, file), "utf8"));
    for (const { fileName } of [...importedFiles, ...typeReferenceDirectives]) {
      if (fileName.startsWith(".")) continue;
      const name = fileName.split("/", fileName.startsWith("@") ? 2 : 1).join("/");
      used.add(name);
      if (isBuiltin(fileName)) {
        // A program runs on Node alone.
        if (!manifest.bin) faults.push(`dist/${file} imports ${fileName}, which browsers and workers do not have`);
      } else if (!declared.has(name)) {
        faults.push(`dist/${file} imports ${fileName}, which package.json does not declare`);
      }
    }
  }
  for (const name of declared) if (!used.has(name)) faults.push(`${name} is declared but never imported`);
  if (faults.length) throw new Problem(faults.join("\n"));
  return `${files.length} files`;
}
