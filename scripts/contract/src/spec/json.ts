import { ContractError } from "../contract-error.ts";

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

/** A JSON pointer one step further (RFC 6901). */
export function below(pointer: string, ...keys: readonly (string | number)[]): string {
  return [pointer, ...keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** The value at a JSON pointer (`/a/b` or `#/a/b`), or undefined. */
export function at(document: Json, pointer: string): Json | undefined {
  let current: Json | undefined = document;
  for (const key of keysOf(pointer)) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as JsonObject)[key];
  }
  return current;
}

/** The keys that a JSON pointer, or a URI fragment with one, leads through. */
export function keysOf(pointer: string): string[] {
  const fragment = pointer.startsWith("#");
  const segments = pointer.replace(/^#/, "").split("/").slice(1);
  return segments.map((segment) => unescape(segment, fragment));
}

function unescape(segment: string, fragment: boolean): string {
  let key = segment;
  try {
    if (fragment) key = decodeURIComponent(segment);
  } catch {
    // A lone "%" is not an escape: the key is meant as it stands.
  }
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** A value of a document and the pointer where it really is, once its `$ref`s are followed. */
export interface Located {
  readonly value: Json | undefined;
  readonly pointer: string;
}

/**
 * Follows `$ref`s from a pointer to what they stand for.
 *
 * @throws {ContractError} when one dangles, leaves the document or goes round in a circle
 */
export function locate(document: JsonObject, pointer: string): Located {
  const seen = new Set<string>();
  let current: Located = { value: at(document, pointer), pointer };
  while (isObject(current.value) && typeof current.value["$ref"] === "string") {
    const reference = current.value["$ref"];
    if (!reference.startsWith("#/")) throw new ContractError(`#${pointer}: $ref "${reference}" leaves the document.`);
    if (seen.has(reference)) throw new ContractError(`#${pointer}: $ref "${reference}" refers to itself.`);
    seen.add(reference);
    const target = below("", ...keysOf(reference));
    current = { value: at(document, target), pointer: target };
    if (current.value === undefined) throw new ContractError(`#${pointer}: $ref "${reference}" points at nothing.`);
  }
  return current;
}
