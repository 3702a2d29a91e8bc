import { at, below, isObject, locate, objectOf, type Json, type JsonObject } from "@x/openapi";
import { schemasOf } from "../spec/schemas.ts";
import { undeclaredOf } from "./undeclared.ts";

/**
 * A copy of the document that values can be held against: it demands no property that does not exist, and has no `required`
 * that is no list (`required: true` on a property), and no part of a whole that refuses the other parts. The document itself
 * where there is nothing of that.
 */
export function satisfiable(document: JsonObject): JsonObject {
  const undeclared = undeclaredOf(document);
  const closed = closedParts(document);
  const malformed = schemasOf(document).filter(({ schema }) => !Array.isArray(schema["required"] ?? []));
  if (!undeclared.length && !malformed.length && !closed.length) return document;
  const copy = structuredClone(document);
  for (const { pointer } of malformed) delete (at(copy, pointer) as JsonObject)["required"];
  for (const { schema, name } of undeclared) {
    const owner = at(copy, schema) as JsonObject;
    owner["required"] = (owner["required"] as Json[]).filter((each) => each !== name);
  }
  for (const pointer of closed) delete (at(copy, pointer) as JsonObject)["additionalProperties"];
  return copy;
}

/** Schemas in an `allOf`, or beside it, that take no property but their own: nothing fits them and their neighbours. */
function closedParts(document: JsonObject): string[] {
  const found = new Set<string>();
  for (const { pointer, schema } of schemasOf(document)) {
    const { allOf } = schema;
    if (!Array.isArray(allOf)) continue;
    const parts = [pointer, ...allOf.map((_, index) => locate(document, below(pointer, "allOf", index)).pointer)];
    const isClosed = (part: string): boolean => objectOf(at(document, part))["additionalProperties"] === false;
    for (const part of parts.filter(isClosed)) {
      const others = parts.filter((other) => other !== part);
      if (others.some((other) => isObject(objectOf(at(document, other))["properties"]))) found.add(part);
    }
  }
  return [...found];
}
