import { isObject, type Json, type JsonObject } from "@x/openapi";
import { follow, sentSchemas } from "./sent-schemas.ts";

/** Set on a copy of the document alone; openapi-typescript hands it on with the property's schema. */
const MARK = "x-sent-by-callers";

/** Marks every property that callers can send, in place. */
export function markSent(document: JsonObject): void {
  const seen = new Set<Json>();
  for (const { schema } of sentSchemas(document)) markProperties(document, schema, seen);
}

export function isSent(schema: unknown): boolean {
  return isObject(schema) && MARK in schema;
}

function markProperties(document: JsonObject, reference: Json | undefined, seen: Set<Json>): void {
  const schema = follow(document, reference);
  if (!schema || seen.has(schema)) return;
  seen.add(schema);
  const inner: Json[] = [];
  for (const property of Object.values(isObject(schema["properties"]) ? schema["properties"] : {})) {
    if (!isObject(property)) continue;
    property[MARK] = true;
    inner.push(property);
  }
  for (const list of [schema["allOf"], schema["oneOf"], schema["anyOf"]]) if (Array.isArray(list)) inner.push(...list);
  for (const one of [schema["items"], schema["additionalProperties"], schema["not"]])
    if (isObject(one)) inner.push(one);
  for (const one of inner) markProperties(document, one, seen);
}
