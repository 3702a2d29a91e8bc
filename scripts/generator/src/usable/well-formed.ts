import { fieldsOf, isObject, membersOf, type Json, type JsonObject, type Role } from "@x/openapi";

/** Well-formed: each field of an object is of the form that OpenAPI gives it. What it means is another matter. */

/** Keys whose values are the vendor's data, whatever is in them. */
const DATA = new Set(["example", "examples", "default", "const", "value"]);
/** Lists of plain values. */
const LISTS = new Set(["required", "tags"]);
const TEXTS = new Set(["summary", "description", "title", "operationId", "format"]);

/**
 * A copy of the document without what is not well-formed (`required: true` on a property, a key with nothing behind it):
 * vendors leave such things behind, lint names them, and the rest is of use all the same. What is named but empty is open
 * to anything.
 */
export function wellFormed(document: JsonObject): JsonObject {
  return formed(document, "document");
}

function formed(value: JsonObject, role: Role): JsonObject {
  // Its keys are names of schemes.
  if (role === "security requirement") return value;
  const kept: [string, Json][] = [];
  for (const [key, member] of Object.entries(value)) {
    const result = key.startsWith("x-") ? member : cleaned(key, member, role);
    if (result !== undefined) kept.push([key, result]);
  }
  return Object.fromEntries(kept);
}

/** What is left of a field; undefined where nothing is. */
function cleaned(key: string, member: Json, role: Role): Json | undefined {
  const members = membersOf[role];
  if (members !== undefined && key !== "$ref") return named(member, members);
  const fields = fieldsOf[role] ?? {};
  const [holding, inner] = Object.hasOwn(fields, key) ? (fields[key] ?? []) : [];
  if (inner === undefined) return plain(key, member, role);
  if (holding === "map") {
    if (!isObject(member)) return undefined;
    return Object.fromEntries(Object.entries(member).map(([name, each]) => [name, named(each, inner)]));
  }
  if (Array.isArray(member)) {
    const items = member.filter((item) => item !== null);
    return items.map((item) => (isObject(item) ? formed(item, inner) : item));
  }
  if (holding === "list") return undefined;
  return isObject(member) ? formed(member, inner) : (member ?? undefined);
}

/** What a name stands for: an object, a schema that is a boolean, or else nothing that is known. */
function named(value: Json, role: Role): Json {
  if (isObject(value)) return formed(value, role);
  return typeof value === "boolean" ? value : {};
}

function plain(key: string, value: Json, role: Role): Json | undefined {
  if (DATA.has(key)) return value;
  // A parameter or body that is required says so with a boolean; a schema names its properties.
  if (key === "required" && typeof value === "boolean") return role === "schema" ? undefined : value;
  if (key === "enum") return Array.isArray(value) ? value : undefined;
  if (LISTS.has(key)) return Array.isArray(value) ? value.filter((item) => item !== null) : undefined;
  if (TEXTS.has(key)) return typeof value === "object" ? undefined : String(value);
  return value ?? undefined;
}
