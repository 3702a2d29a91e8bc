import { isObject, type Json, type JsonObject } from "@x/openapi";

/** Keys whose values are the vendor's data, whatever is in them. */
const DATA = new Set(["example", "examples", "default", "enum", "const", "mapping", "scopes"]);
const LISTS = new Set([
  "allOf",
  "anyOf",
  "oneOf",
  "prefixItems",
  "parameters",
  "security",
  "servers",
  "tags",
  "required",
]);
const TEXTS = new Set(["summary", "description", "title", "operationId", "format"]);
/** Keys whose values are objects by names of the vendor's own. */
const MAPS = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "schemas",
  "responses",
  "parameters",
  "headers",
  "requestBodies",
  "content",
  "paths",
  "encoding",
]);

/**
 * A copy of the document without what is not of the form that OpenAPI gives it (`required: true` on a property, a key with
 * nothing behind it): vendors leave such things behind, lint names them, and the rest is of use all the same. What is named
 * but empty is open to anything.
 */
export function usable(document: JsonObject): JsonObject {
  return node(document);
}

function node(value: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (DATA.has(key) || key.startsWith("x-")) {
      if (key !== "enum" || Array.isArray(member)) result[key] = member;
      continue;
    }
    const kept = cleaned(key, member, value);
    if (kept !== undefined && kept !== null) result[key] = kept;
  }
  return result;
}

function cleaned(key: string, member: Json, owner: JsonObject): Json | undefined {
  // A parameter or body that is required says so with a boolean; a schema names its properties.
  if (key === "required" && typeof member === "boolean")
    return "in" in owner || "content" in owner ? member : undefined;
  if (MAPS.has(key) && isObject(member)) return mapped(member);
  if (LISTS.has(key)) return Array.isArray(member) ? listed(member) : undefined;
  if (MAPS.has(key)) return undefined;
  if (TEXTS.has(key)) return typeof member === "object" ? undefined : String(member);
  if (Array.isArray(member)) return listed(member);
  return isObject(member) ? node(member) : member;
}

function listed(list: Json[]): Json[] {
  return list.filter((item) => item !== null).map((item) => (isObject(item) ? node(item) : item));
}

function mapped(map: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(map).map(([name, member]) => {
      if (isObject(member)) return [name, node(member)];
      return [name, typeof member === "boolean" ? member : {}];
    }),
  );
}
