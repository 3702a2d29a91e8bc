import { relative } from "node:path";
import ts from "typescript";

/** In full, as if it had been written there. */
const WRITTEN = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.MultilineObjectLiterals;
const printer = ts.createPrinter({ removeComments: true });

/** One export as its declarations say, without comments; of one that is another package's, the package alone. */
export function describeExport(symbol: ts.Symbol, checker: ts.TypeChecker, folder: string): string {
  const { name } = symbol;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = target.declarations ?? [];
  const [first] = declarations;
  if (first === undefined) return `${name}: unknown\n`;
  const owner = ownerOf(first.getSourceFile().fileName, folder);
  if (ts.isSourceFile(first)) return `${name}: all of ${owner ?? "a module"}\n`;
  if (owner !== undefined) return `${name}: of ${owner}\n`;
  const renamed = target.name === name ? "" : `${name}, declared as:\n`;
  return `${renamed}${declarations.map((one) => textOf(one, checker, folder)).join("\n")}\n`;
}

/** The package that a file is of, unless it is the one in the folder. */
function ownerOf(file: string, folder: string): string | undefined {
  if (!relative(folder, file).startsWith("..") && !relative(folder, file).includes("node_modules")) return undefined;
  const installed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
  return installed ?? `@x/${/\/packages\/([^/]+)\//.exec(file)?.[1] ?? "?"}`;
}

function textOf(declaration: ts.Declaration, checker: ts.TypeChecker, folder: string): string {
  // `const name: type`, whose statement may declare others beside.
  if (ts.isVariableDeclaration(declaration)) return `const ${print(declaration, checker, folder)};`;
  return print(declaration, checker, folder).replaceAll(/^(export |declare |default )+/gm, "");
}

/** A declaration, with what its parts of `paths` stand for in their place: a reviewer is to see a type, not its address. */
function print(declaration: ts.Declaration, checker: ts.TypeChecker, folder: string): string {
  const { transformed } = ts.transform<ts.Node>(declaration, [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.Node => {
        if (ts.isInterfaceDeclaration(node))
          return ts.visitEachChild(withInherited(node, checker, folder), visit, context);
        if (!isPartOfPaths(node)) return ts.visitEachChild(node, visit, context);
        return checker.typeToTypeNode(checker.getTypeFromTypeNode(node), declaration, WRITTEN) ?? node;
      };
      return visit(root);
    },
  ]);
  const text = printer.printNode(ts.EmitHint.Unspecified, transformed[0] as ts.Node, declaration.getSourceFile());
  // A name that stands beside this one, and not where it is declared: no path of this machine.
  return text.replaceAll(/import\("[^"]*"\)\./g, "");
}

/** An interface with the members of parents that the package declares and does not export: nothing else shows them. */
function withInherited(
  node: ts.InterfaceDeclaration,
  checker: ts.TypeChecker,
  folder: string,
): ts.InterfaceDeclaration {
  const inherited: ts.TypeElement[] = [];
  const clauses = node.heritageClauses?.flatMap((clause) => {
    const shown = clause.types.filter((type) => {
      const declarations =
        checker.getTypeAtLocation(type).symbol?.declarations?.filter(ts.isInterfaceDeclaration) ?? [];
      const hidden = declarations.filter(
        (parent) => ownerOf(parent.getSourceFile().fileName, folder) === undefined && !isExported(parent),
      );
      inherited.push(...hidden.flatMap(({ members }) => [...members]));
      return hidden.length === 0;
    });
    return shown.length > 0 ? [ts.factory.updateHeritageClause(clause, shown)] : [];
  });
  const members = [...inherited, ...node.members];
  const { modifiers, name, typeParameters } = node;
  return ts.factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, clauses, members);
}

function isExported({ modifiers }: ts.InterfaceDeclaration): boolean {
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** `paths["/rooms"]["get"]…`, and `NonNullable<paths[…]>["query"]` within one. */
function isPartOfPaths(node: ts.Node): node is ts.IndexedAccessTypeNode {
  if (!ts.isIndexedAccessTypeNode(node)) return false;
  let inner: ts.TypeNode = node;
  for (;;) {
    if (ts.isIndexedAccessTypeNode(inner)) inner = inner.objectType;
    else if (ts.isTypeReferenceNode(inner) && inner.typeArguments?.length === 1)
      inner = inner.typeArguments[0] as ts.TypeNode;
    else break;
  }
  return ts.isTypeReferenceNode(inner) && ts.isIdentifier(inner.typeName) && inner.typeName.text === "paths";
}
