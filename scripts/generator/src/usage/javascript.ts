import ts from "typescript";
import type { GeneratedFiles } from "../generate-files.ts";

/** What the generated files do when they run: their types and comments aside. Documents may differ and this be the same. */
export function javascriptOf(files: GeneratedFiles): string {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, removeComments: true };
  return Object.values(files)
    .map((text: string) => ts.transpile(text, options))
    .join("\n");
}
