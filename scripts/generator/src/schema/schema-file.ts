import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { type JsonObject, messageOf, Problem, isObject } from "@x/openapi";
import { isByteString } from "../operations/media-types.ts";
import { makeCommentsSafe } from "../render/text.ts";
import { breakCycles } from "./break-cycles.ts";
import { extractModels, referredModels } from "./extract-models.ts";
import { modelNames } from "./model-names.ts";
import { withMappings } from "./mappings.ts";
import { isSent, markSent } from "./mark-sent.ts";
import { closedObject, withoutOpenParts } from "./open-objects.ts";
import { withoutLookalikes } from "./references.ts";
import { withRequestVariants } from "./request-variants.ts";

/** The texts of the two files that hold a document's types. */
export interface SchemaFiles {
  readonly models: string;
  readonly schema: string;
}

/**
 * The text of `models.ts` and `schema.ts`: openapi-typescript's output, the models moved out of it. This file alone
 * imports it, so that replacing it is a change of one file.
 *
 * @param taken - names of the package's other exports, which no model takes
 *
 * @param document - with every reference but those to schema components written out
 * @throws {Problem} with openapi-typescript's own words when it can't make types of it
 */
export async function renderSchema(
  document: JsonObject,
  source: string,
  taken: ReadonlySet<string>,
): Promise<SchemaFiles> {
  const prepared = withRequestVariants(withBrokenCycles(withoutIds(withoutLookalikes(document))));
  markSent(prepared);
  makeCommentsSafe(prepared);
  const names = modelNames(Object.keys(schemasOf(prepared)), taken);
  try {
    const nodes = await openapiTS(prepared as never, {
      // A default is what the server fills in: a caller need not send it.
      defaultNonNullable: false,
      silent: true,
      // An object of which nothing is said may hold anything.
      emptyObjectsUnknown: true,
      transform: (schema) => (isByteString(schema) ? ts.factory.createTypeReferenceNode("Blob") : closedObject(schema)),
      transformProperty: (property, schema) => (isSent(schema) ? orUndefined(property) : property),
    });
    const { models, schema } = extractModels(withoutOpenParts(nodes), names);
    const referred = referredModels(schema, names);
    return {
      models: models.length ? withNullable(astToString(models)) : "export {};\n",
      schema: `${importOf(referred)}${withNullable(astToString(schema))}`,
    };
  } catch (thrown) {
    throw new Problem(`${source}: openapi-typescript can't make types of it: ${messageOf(thrown)}`);
  }
}

/** openapi-typescript's helper, of a part that may be null too: nothing is a key of null. */
function withNullable(text: string): string {
  return text.replace(
    /(type WithRequired<T, K extends keyof )T(> = T & \{\s+\[P in K\]-\?: )T(\[P\];)/,
    "$1NonNullable<T>$2NonNullable<T>$3",
  );
}

/** Types are found by path and method: openapi-typescript refuses an operationId that is there twice. */
function withoutIds(document: JsonObject): JsonObject {
  const paths = Object.entries(document["paths"] as JsonObject).map(([path, item]) => {
    const members = Object.entries(isObject(item) ? item : {}).map(([key, member]) => {
      return [key, isObject(member) ? { ...member, operationId: undefined } : member];
    });
    return [path, Object.fromEntries(members)];
  });
  return JSON.parse(JSON.stringify({ ...document, paths: Object.fromEntries(paths) })) as JsonObject;
}

function withBrokenCycles(document: JsonObject): JsonObject {
  return {
    ...document,
    components: { ...(document["components"] as JsonObject), schemas: withMappings(breakCycles(schemasOf(document))) },
  };
}

function schemasOf({ components }: JsonObject): JsonObject {
  return isObject(components) && isObject(components["schemas"]) ? components["schemas"] : {};
}

function importOf(models: readonly string[]): string {
  return models.length ? `import type { ${models.join(", ")} } from "./models.ts";\n\n` : "";
}

/** `a?: T` as `a?: T | undefined`: callers with exactOptionalPropertyTypes may spell out what they leave out. */
function orUndefined(property: ts.PropertySignature): ts.PropertySignature {
  if (!property.questionToken || !property.type) return property;
  const undefinedType = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const type = ts.factory.createUnionTypeNode([property.type, undefinedType]);
  return ts.factory.updatePropertySignature(property, property.modifiers, property.name, property.questionToken, type);
}
