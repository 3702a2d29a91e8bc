import ts from "typescript";

/** The type of an object that takes no property at all. */
export function closedObject(schema: object): ts.TypeNode | undefined {
  const { type, properties, patternProperties, additionalProperties, allOf, anyOf, oneOf } = schema as {
    readonly [key: string]: unknown;
  };
  const isAlone = !isFilled(patternProperties) && !isFilled(properties) && (allOf ?? anyOf ?? oneOf) === undefined;
  if (type !== "object" || additionalProperties !== false || !isAlone) return undefined;
  const [key, value] = [ts.SyntaxKind.StringKeyword as const, ts.SyntaxKind.NeverKeyword as const];
  return ts.factory.createTypeReferenceNode(
    "Record",
    [key, value].map((kind) => ts.factory.createKeywordTypeNode(kind)),
  );
}

/**
 * Leaves out of intersections what says no more than that it is an object, which a part of an `allOf` often does: beside it,
 * a property that is misspelt would be of an unknown type, and no error.
 */
export function withoutOpenParts(nodes: readonly ts.Node[]): ts.Node[] {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, undefined);
    if (ts.isParenthesizedTypeNode(visited) && ts.isTypeReferenceNode(visited.type)) return visited.type;
    if (!ts.isIntersectionTypeNode(visited)) return visited;
    const said = visited.types.filter((part) => !saysNothing(part));
    const [only = visited.types[0] as ts.TypeNode] = said;
    return said.length < 2 ? only : ts.factory.createIntersectionTypeNode(said);
  };
  return nodes.map(visit);
}

/** `Record<string, unknown>`, or that or null: null is never what another part of an intersection is. */
function saysNothing(type: ts.TypeNode): boolean {
  const inner = ts.isParenthesizedTypeNode(type) ? type.type : type;
  if (ts.isUnionTypeNode(inner)) {
    const others = inner.types.filter((part) => !isNull(part));
    return others.length === 1 && others.every(isOpenObject);
  }
  return isOpenObject(inner) || inner.kind === ts.SyntaxKind.UnknownKeyword;
}

function isNull(type: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

function isOpenObject(type: ts.TypeNode): boolean {
  return (
    ts.isTypeReferenceNode(type) &&
    ts.isIdentifier(type.typeName) &&
    type.typeName.text === "Record" &&
    type.typeArguments?.[1]?.kind === ts.SyntaxKind.UnknownKeyword
  );
}

function isFilled(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
