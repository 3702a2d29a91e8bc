/** Plain JSON data, as a parsed YAML or JSON document holds it. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** Whether a value is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one: a part of a document that may be missing. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** A member by a name that is a vendor's: what every object inherits is none. */
export function ownOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
