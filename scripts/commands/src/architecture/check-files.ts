import { posix } from "node:path";
import type { SourceFile, WorkspacePackage } from "./read-workspace.ts";
import { MANY_FILES, MOST_FILES, MOST_LINES } from "./rules.ts";

/** Folders with more source files than one can take in. Tests, fixtures and generated files are not counted. */
export function checkFolders(packages: readonly WorkspacePackage[]): string[] {
  return [...filesByFolder(packages)]
    .filter(([, count]) => count > MOST_FILES)
    .map(
      ([folder, count]) =>
        `${folder} has ${count} source files, of ${MOST_FILES} at most. Move those of one concept into a folder named after it.`,
    );
}

/** Folders that are near that: no fault, a question. */
export function crowdedFolders(packages: readonly WorkspacePackage[]): string[] {
  return [...filesByFolder(packages)]
    .filter(([, count]) => count > MANY_FILES && count <= MOST_FILES)
    .map(([folder, count]) => `${folder} has ${count} source files: are they one concept? (${MOST_FILES} at most)`);
}

/** Files that are too long to read in one go, tests included, generated ones aside. */
export function checkLengths(packages: readonly WorkspacePackage[]): string[] {
  return filesOf(packages)
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines, of ${MOST_LINES} at most. Split it by concept.`);
}

function filesByFolder(packages: readonly WorkspacePackage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path, isTest } of filesOf(packages)) {
    if (isTest) continue;
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}

function filesOf(packages: readonly WorkspacePackage[]): SourceFile[] {
  return packages.flatMap(({ files }) => files).filter(({ isGenerated }) => !isGenerated);
}
