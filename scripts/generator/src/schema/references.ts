import { isObject, referenceIn, walk, withoutExternalValues, type Json, type JsonObject } from "@x/openapi";

/**
 * A copy of the document without what only looks like a reference, in an example or an extension, and without
 * `externalValue`: openapi-typescript would follow them as well.
 */
export function withoutLookalikes(document: JsonObject): JsonObject {
  const references = new Set<Json>();
  for (const { value, reference } of walk(document)) if (reference !== undefined) references.add(value);
  const text = JSON.stringify(document, function (this: unknown, _, value: Json) {
    if (!isObject(value) || referenceIn(value) === undefined || references.has(value)) return value;
    return Array.isArray(this) ? {} : undefined;
  });
  return withoutExternalValues(JSON.parse(text) as JsonObject);
}
