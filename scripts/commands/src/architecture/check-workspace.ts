import { checkFileCircles, checkPackageCircles } from "./check-circles.ts";
import { checkFolders, checkLengths, crowdedFolders } from "./check-files.ts";
import { checkImports } from "./check-imports.ts";
import { checkLibraries } from "./check-libraries.ts";
import { checkManifests } from "./check-manifests.ts";
import { readWorkspace } from "./read-workspace.ts";
import { rules as ownRules, type Rules } from "./rules.ts";

export interface Findings {
  /** What is not allowed, where, and what to do: one line each. */
  readonly faults: readonly string[];
  /** What a reviewer should look at. */
  readonly questions: readonly string[];
  readonly files: number;
  readonly packages: number;
}

/** Holds a workspace against the rules. */
export function checkWorkspace(root: string, rules: Rules = ownRules): Findings {
  const packages = readWorkspace(root, rules);
  const faults = [
    ...checkManifests(root, packages),
    ...checkPackageCircles(packages),
    ...checkImports(packages),
    ...checkLibraries(packages, rules),
    ...checkFileCircles(packages, rules),
    ...checkFolders(packages),
    ...checkLengths(packages),
  ];
  const files = packages.reduce((sum, one) => sum + one.files.length, 0);
  return { faults, questions: crowdedFolders(packages), files, packages: packages.length };
}
