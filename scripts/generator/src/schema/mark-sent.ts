import { below, isObject, objectOf, walk, type JsonObject } from "@x/openapi";
import { sentSchemas } from "./sent-schemas.ts";

/** Set on a copy of the document alone; openapi-typescript hands it on with the property's schema. */
const MARK = "x-sent-by-callers";

/** Marks every property that callers can send, in place. */
export function markSent(document: JsonObject): void {
  const from = sentSchemas(document).map(({ pointer }) => ({
    pointer: below(pointer, "schema"),
    role: "schema" as const,
  }));
  for (const { role, value } of walk(document, { from, follow: true })) {
    if (role !== "schema" || !isObject(value)) continue;
    for (const property of Object.values(objectOf(value["properties"]))) if (isObject(property)) property[MARK] = true;
  }
}

export function isSent(schema: unknown): boolean {
  return isObject(schema) && MARK in schema;
}
