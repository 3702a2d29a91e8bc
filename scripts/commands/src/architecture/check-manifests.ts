import { existsSync } from "node:fs";
import { join } from "node:path";
import type { WorkspacePackage } from "./read-workspace.ts";
import { mayImport } from "./wording.ts";

const ENTRY_POINT = "./src/index.ts";

/** What each package.json declares, and the README beside it. */
export function checkManifests(root: string, packages: readonly WorkspacePackage[]): string[] {
  return packages.flatMap((one) => [
    ...checkListed(one),
    ...checkEntryPoint(packages, one),
    ...checkDependencies(packages, one),
    ...checkReadme(root, one),
  ]);
}

function checkListed({ folder, rule }: WorkspacePackage): string[] {
  if (rule !== undefined) return [];
  return [
    `${folder} is not in the list of packages. Add what it is for and what it may import to ` +
      "scripts/commands/src/architecture/rules.ts; a vendor's package needs a document of its name in specs/.",
  ];
}

/** Private packages are run from source, by one entry point. One that no other may import has none. */
function checkEntryPoint(packages: readonly WorkspacePackage[], { folder, manifest }: WorkspacePackage): string[] {
  if (!folder.startsWith("scripts/")) return [];
  const faults: string[] = [];
  if (manifest.private !== true)
    faults.push(`${folder}/package.json: packages under scripts/ are never published. Write "private": true.`);
  const isImported = packages.some(({ rule }) =>
    [...(rule?.imports ?? []), ...(rule?.testsImport ?? [])].includes(folder),
  );
  const expected = isImported ? { ".": ENTRY_POINT } : undefined;
  if (JSON.stringify(manifest.exports) !== JSON.stringify(expected))
    faults.push(
      expected === undefined
        ? `${folder}/package.json: no package may import it, so it has no entry point. Remove "exports".`
        : `${folder}/package.json: a package under scripts/ has one entry point. Write "exports": { ".": "${ENTRY_POINT}" }.`,
    );
  return faults;
}

/** Each dependency within the workspace is one that the list allows. */
function checkDependencies(
  packages: readonly WorkspacePackage[],
  { folder, manifest, rule }: WorkspacePackage,
): string[] {
  if (rule === undefined) return [];
  const check = (names: object | undefined, field: string, isTest: boolean): string[] => {
    const allowed = isTest ? [...rule.imports, ...rule.testsImport] : rule.imports;
    return Object.keys(names ?? {}).flatMap((name) => {
      const target = packages.find((one) => one.manifest.name === name)?.rule?.folder;
      if (target === undefined || allowed.includes(target)) return [];
      return [`${folder}/package.json names ${name} in its ${field}. ${mayImport(rule, isTest)}`];
    });
  };
  return [
    ...check(manifest.dependencies, "dependencies", false),
    ...check(manifest.peerDependencies, "peerDependencies", false),
    ...check(manifest.optionalDependencies, "optionalDependencies", false),
    ...check(manifest.devDependencies, "devDependencies", true),
  ];
}

function checkReadme(root: string, { folder }: WorkspacePackage): string[] {
  if (existsSync(join(root, folder, "README.md"))) return [];
  return [
    `${folder} has no README.md. Say in about ten lines what comes in, what goes out, and where to start reading.`,
  ];
}
