import { isObject, type Json, type JsonObject } from "@x/openapi";

export function json(schema: Json): JsonObject {
  return { description: "OK", content: { "application/json": { schema } } };
}

export function operationsOf(document: JsonObject): JsonObject[] {
  return Object.values(document["paths"] as JsonObject).flatMap((item) =>
    ["get", "post", "put", "delete"].map((method) => (item as JsonObject)[method]).filter(isObject),
  );
}

export function schemasOf(document: JsonObject): JsonObject[] {
  return Object.values(at(document, ["components", "schemas"]) as JsonObject).filter(isObject);
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function at(value: Json, keys: readonly string[]): Json {
  return keys.reduce<Json>((current, key) => (current as JsonObject)[key] as Json, value);
}

export function set(document: JsonObject, keys: readonly string[], value: Json): void {
  let owner = document;
  for (const key of keys.slice(0, -1)) owner = (owner[key] ??= {}) as JsonObject;
  owner[keys.at(-1) as string] = value;
}

/** Schemas that an addition has. */
export const SCHEMAS: readonly JsonObject[] = [
  { type: "string" },
  { type: "integer" },
  { type: "boolean" },
  { type: "array", items: { type: "string" } },
  { type: "object", properties: { a: { type: "string" } } },
  { type: "string", enum: ["x", "y"] },
  { $ref: "#/components/schemas/User" },
];
