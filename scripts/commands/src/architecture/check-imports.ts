import { posix } from "node:path";
import type { Import } from "./read-imports.ts";
import type { SourceFile, WorkspacePackage } from "./read-workspace.ts";
import { mayImport, sentence } from "./wording.ts";

/** Imports over a boundary: of a package that this one may not import, has not declared, or past its entry point. */
export function checkImports(packages: readonly WorkspacePackage[]): string[] {
  return packages.flatMap((importer) =>
    importer.files
      .filter(({ isCopied }) => !isCopied)
      .flatMap((file) =>
        file.imports.flatMap((one) => {
          const fault = one.specifier.startsWith(".")
            ? relativeFault(packages, importer, file, one)
            : packageFault(packages, importer, file, one);
          return fault === undefined ? [] : [`${file.path}:${one.line} imports ${one.specifier}. ${fault}`];
        }),
      ),
  );
}

function relativeFault(
  packages: readonly WorkspacePackage[],
  importer: WorkspacePackage,
  file: SourceFile,
  { specifier }: Import,
): string | undefined {
  const target = posix.join(posix.dirname(file.path), specifier);
  if (target.startsWith(`${importer.folder}/`)) return undefined;
  const other = packages.find(({ folder }) => target.startsWith(`${folder}/`));
  if (other !== undefined)
    return `That is a file of ${other.folder}: import ${other.manifest.name}, and export there what is needed.`;
  // The tools' settings are shared from the root.
  if (file.path.endsWith(".config.ts")) return undefined;
  return `That is outside ${importer.folder}. A package imports its own files, and others by their name.`;
}

function packageFault(
  packages: readonly WorkspacePackage[],
  importer: WorkspacePackage,
  file: SourceFile,
  { specifier }: Import,
): string | undefined {
  const target = packages.find(({ manifest: { name } }) => specifier === name || specifier.startsWith(`${name}/`));
  if (target === undefined)
    return specifier.startsWith("@x/")
      ? "The workspace has no such package. Known are those in packages/ and scripts/."
      : undefined;
  const subpath = `.${specifier.slice(target.manifest.name.length)}`;
  const entryPoints = Object.keys(target.manifest.exports ?? {});
  if (!entryPoints.includes(subpath))
    return `${target.folder}/package.json exports ${sentence(entryPoints)}. Import what its entry point exports.`;
  if (target === importer)
    return file.isTest ? undefined : "That is its own entry point: import the file that holds what is needed.";
  if (importer.rule === undefined || target.rule === undefined) return undefined;
  const { imports, testsImport } = importer.rule;
  const allowed = file.isTest ? [...imports, ...testsImport] : imports;
  if (!allowed.includes(target.rule.folder)) return mayImport(importer.rule, file.isTest);
  const { dependencies = {}, devDependencies = {}, peerDependencies = {} } = importer.manifest;
  const declared = { ...dependencies, ...peerDependencies, ...(file.isTest ? devDependencies : {}) };
  if (Object.hasOwn(declared, target.manifest.name)) return undefined;
  const field = file.isTest ? "devDependencies" : "dependencies";
  return `Declare ${target.manifest.name} in the ${field} of ${importer.folder}/package.json.`;
}
