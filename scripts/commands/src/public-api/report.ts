import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import ts from "typescript";
import { describeExport } from "./describe-export.ts";

/** As users have it; their own settings change nothing of a declaration. */
const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  strict: true,
  exactOptionalPropertyTypes: true,
  types: [],
  noEmit: true,
};

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, { readonly import?: { readonly types?: string } } | string>>;
}

/**
 * What a package exports, entry point by entry point, each export by name with its type: for a reviewer, to whom a change
 * of the public surface shows as a change of this text.
 *
 * @param folder - the package's, which is built
 * @throws {Problem} where it is not built, or its declarations name what can't be found
 */
export function publicApi(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const entries = Object.entries(manifest.exports ?? {}).flatMap(([name, conditions]) => {
    const types = typeof conditions === "string" ? undefined : conditions.import?.types;
    return types === undefined ? [] : [{ name: manifest.name + name.slice(1), file: join(folder, types) }];
  });
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    OPTIONS,
    { ...ts.createCompilerHost(OPTIONS), getCurrentDirectory: () => folder },
  );
  const checker = program.getTypeChecker();
  const parts = entries.map(({ name, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Problem(`${file} is not there, or exports nothing: run \`pnpm build\`.`);
    const unresolved = program.getSemanticDiagnostics(source).find(({ code }) => code === 2307);
    if (unresolved) throw new Problem(`${file}: ${ts.flattenDiagnosticMessageText(unresolved.messageText, " ")}`);
    const exported = checker
      .getExportsOfModule(module)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map((symbol) => describeExport(symbol, checker, folder));
    return `=== ${name}: ${exported.length} exports ===\n\n${exported.join("\n")}`;
  });
  return `What ${manifest.name} exports. Written by \`pnpm public-api\` of the declarations: do not edit.\n\n${parts.join("\n")}`;
}
