import { at, type Json, type JsonObject } from "@x/openapi";
import { schemasOf } from "../spec/schemas.ts";
import { undeclaredOf } from "./undeclared.ts";

/**
 * A copy of the document that values can be held against: it demands no property that does not exist, and has no `required`
 * that is no list (`required: true` on a property). The document itself where there is nothing of that.
 */
export function satisfiable(document: JsonObject): JsonObject {
  const undeclared = undeclaredOf(document);
  const malformed = schemasOf(document).filter(({ schema }) => !Array.isArray(schema["required"] ?? []));
  if (!undeclared.length && !malformed.length) return document;
  const copy = structuredClone(document);
  for (const { pointer } of malformed) delete (at(copy, pointer) as JsonObject)["required"];
  for (const { schema, name } of undeclared) {
    const owner = at(copy, schema) as JsonObject;
    owner["required"] = (owner["required"] as Json[]).filter((each) => each !== name);
  }
  return copy;
}
