import ts from "typescript";

/** Declarations of the models, and what is left of openapi-typescript's output, which refers to them. */
export interface ExtractedModels {
  readonly models: ts.Node[];
  readonly schema: ts.Node[];
}

/**
 * Moves each member of `components.schemas` into a declaration of its own and replaces `components["schemas"]["Room"]` by
 * the name of that declaration, everywhere. Only so does an editor's hover say `RoomSession`: an alias to an index shows
 * the whole object.
 *
 * @param nodes - what openapi-typescript made of a document without components of another kind
 * @param names - of the models, by component
 */
export function extractModels(nodes: readonly ts.Node[], names: ReadonlyMap<string, string>): ExtractedModels {
  const rename = renamer(names);
  const models: ts.Node[] = [];
  const schema: ts.Node[] = [];
  for (const node of nodes) {
    if (isDeclarationOf(node, "components")) {
      for (const member of schemaMembers(node)) models.push(declaration(member, names, rename));
    } else if (!isLeftOut(node)) schema.push(rename(node));
  }
  // The helper types that openapi-typescript adds at the end (`WithRequired`) belong to whichever file uses them.
  const helpers = schema.filter((node) => ts.isTypeAliasDeclaration(node) && node.typeParameters);
  const uses = (list: readonly ts.Node[], helper: ts.Node): boolean => list.some((node) => refersTo(node, helper));
  return {
    models: [...helpers.filter((helper) => uses(models, helper)).map(unexported), ...models.toSorted(byName)],
    schema: [
      ...schema.filter((node) => !helpers.includes(node)),
      ...helpers.filter((helper) => uses(schema, helper)).map(unexported),
    ],
  };
}

/** Names of the models that a file's nodes refer to, in order. */
export function referredModels(nodes: readonly ts.Node[], names: ReadonlyMap<string, string>): string[] {
  const models = new Set(names.values());
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && models.has(node.typeName.text)) {
      found.add(node.typeName.text);
    }
    ts.forEachChild(node, visit);
  };
  nodes.forEach(visit);
  return [...found].toSorted();
}

type Rename = <Node extends ts.Node>(node: Node) => Node;

function renamer(names: ReadonlyMap<string, string>): Rename {
  const visit = (node: ts.Node): ts.Node => {
    const component = componentOf(node);
    const name = component === undefined ? undefined : names.get(component);
    if (name !== undefined) return ts.factory.createTypeReferenceNode(name);
    return ts.visitEachChild(node, visit, undefined);
  };
  return (node) => visit(node) as typeof node;
}

/** `Room` of `components["schemas"]["Room"]`. */
function componentOf(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType } = node.objectType;
  const isComponents =
    ts.isTypeReferenceNode(objectType) &&
    ts.isIdentifier(objectType.typeName) &&
    objectType.typeName.text === "components";
  return isComponents && literalOf(node.objectType.indexType) === "schemas" ? literalOf(node.indexType) : undefined;
}

function literalOf(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}

function isDeclarationOf(node: ts.Node, name: string): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === name;
}

/** Declarations that say nothing: there are no operations by id, and mostly no webhooks. */
function isLeftOut(node: ts.Node): boolean {
  const isEmpty = ts.isTypeAliasDeclaration(node) && !node.typeParameters;
  return isEmpty && ["$defs", "operations", "webhooks"].some((name) => isDeclarationOf(node, name));
}

function schemaMembers(components: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): ts.PropertySignature[] {
  const members = ts.isInterfaceDeclaration(components) ? components.members : [];
  const schemas = members.find((member) => member.name && nameOf(member.name) === "schemas");
  const type = schemas && ts.isPropertySignature(schemas) ? schemas.type : undefined;
  return type && ts.isTypeLiteralNode(type) ? type.members.filter(ts.isPropertySignature) : [];
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "";
}

function declaration(member: ts.PropertySignature, names: ReadonlyMap<string, string>, rename: Rename): ts.Node {
  const name = names.get(nameOf(member.name)) as string;
  const modifiers = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const type = rename(member.type as ts.TypeNode);
  const alias = ts.factory.createTypeAliasDeclaration(modifiers, name, undefined, type);
  return ts.setSyntheticLeadingComments(alias, ts.getSyntheticLeadingComments(member));
}

function refersTo(node: ts.Node, helper: ts.Node): boolean {
  const { text } = (helper as ts.TypeAliasDeclaration).name;
  const visit = (each: ts.Node): boolean =>
    (ts.isTypeReferenceNode(each) && ts.isIdentifier(each.typeName) && each.typeName.text === text) ||
    ts.forEachChild(each, visit) === true;
  return node !== helper && visit(node);
}

function unexported(helper: ts.Node): ts.Node {
  const { name, typeParameters, type } = helper as ts.TypeAliasDeclaration;
  return ts.factory.createTypeAliasDeclaration([], name, typeParameters, type);
}

function byName(left: ts.Node, right: ts.Node): number {
  return (left as ts.TypeAliasDeclaration).name.text < (right as ts.TypeAliasDeclaration).name.text ? -1 : 1;
}
