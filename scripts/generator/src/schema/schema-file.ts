import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { type JsonObject, messageOf, Problem } from "@x/openapi";
import { isSent, markSent } from "./mark-sent.ts";
import { refuseReferences, withoutLookalikes } from "./references.ts";
import { withRequestVariants } from "./request-variants.ts";

/**
 * The text of `schema.ts`: openapi-typescript's output. This file alone imports it, so that replacing it is a change of
 * one file.
 *
 * @throws {Problem} for references that lead nowhere; with openapi-typescript's own words when it can't make types of it
 */
export async function renderSchema(document: JsonObject, source: string): Promise<string> {
  refuseReferences(document, source);
  const prepared = withRequestVariants(withoutLookalikes(document));
  markSent(prepared);
  try {
    const nodes = await openapiTS(prepared as never, {
      // A default is what the server fills in: a caller need not send it.
      defaultNonNullable: false,
      silent: true,
      transform: (schema) => (schema.format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined),
      transformProperty: (property, schema) => (isSent(schema) ? orUndefined(property) : property),
    });
    return astToString(nodes);
  } catch (thrown) {
    throw new Problem(`${source}: openapi-typescript can't make types of it: ${messageOf(thrown)}`);
  }
}

/** `a?: T` as `a?: T | undefined`: callers with exactOptionalPropertyTypes may spell out what they leave out. */
function orUndefined(property: ts.PropertySignature): ts.PropertySignature {
  if (!property.questionToken || !property.type) return property;
  const undefinedType = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const type = ts.factory.createUnionTypeNode([property.type, undefinedType]);
  return ts.factory.updatePropertySignature(property, property.modifiers, property.name, property.questionToken, type);
}
