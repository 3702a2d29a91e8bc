import type { WorkspacePackage } from "./read-workspace.ts";
import type { LibraryRule, Rules } from "./rules.ts";
import { sentence } from "./wording.ts";

/** Libraries that must be replaceable in one place are imported at run time by exactly one file. */
export function checkLibraries(packages: readonly WorkspacePackage[], { libraries }: Rules): string[] {
  return libraries.flatMap((rule) => checkLibrary(packages, rule));
}

function checkLibrary(packages: readonly WorkspacePackage[], { library, folder }: LibraryRule): string[] {
  const owner = packages.find((one) => one.folder === folder);
  if (owner === undefined) return [];
  const files = packages.flatMap((one) => one.files).filter(({ isCopied }) => !isCopied);
  const importers = files.flatMap(({ path, isTest, imports }) => {
    const own = imports.filter(({ specifier }) => specifier === library || specifier.startsWith(`${library}/`));
    return own.length ? [{ path, isTest, isTypeOnly: own.every(({ isTypeOnly }) => isTypeOnly) }] : [];
  });
  const outside = importers.filter(({ path }) => !path.startsWith(`${folder}/`));
  const runTime = importers.filter(
    ({ path, isTest, isTypeOnly }) => path.startsWith(`${folder}/`) && !isTest && !isTypeOnly,
  );
  return [
    ...outside.map(
      ({ path }) => `${path} imports ${library}. Only ${folder} may: use what ${owner.manifest.name} exports.`,
    ),
    ...(runTime.length > 1
      ? [
          `${sentence(runTime.map(({ path }) => path))} import ${library} at run time. One file may, so that replacing ` +
            "it is a change of one file: let the others import that file.",
        ]
      : []),
    ...(runTime.length === 0
      ? [
          `${folder} imports ${library} nowhere at run time. Delete it from the libraries in rules.ts, and from package.json.`,
        ]
      : []),
  ];
}
