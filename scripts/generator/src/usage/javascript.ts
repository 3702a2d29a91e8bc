import ts from "typescript";
import type { GeneratedFiles } from "../generate-files.ts";

const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, removeComments: true };

/**
 * What the generated files do when they run: their types and comments aside, the order of members too. `explode` is left out:
 * a default that is written out does nothing.
 */
export function javascriptOf(files: GeneratedFiles): string {
  return Object.values(files)
    .map(
      (text: string) =>
        ts.transpileModule(text, { compilerOptions: options, transformers: { after: [inOrder] } }).outputText,
    )
    .join("\n");
}

const inOrder: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, context);
    if (!ts.isObjectLiteralExpression(visited)) return visited;
    const named = visited.properties.map((member) => [nameOf(member), member] as const);
    const sorted = named.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return context.factory.createObjectLiteralExpression(
      sorted.filter(([name]) => name !== "explode").map(([, member]) => member),
    );
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

function nameOf({ name }: ts.ObjectLiteralElementLike): string {
  if (name === undefined || ts.isComputedPropertyName(name)) return "";
  return name.text;
}
