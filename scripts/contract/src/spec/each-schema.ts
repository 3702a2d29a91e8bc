import { below, isObject, objectOf, type Json, type JsonObject } from "./json.ts";
import type { Direction } from "../schema/plain-schema.ts";

export interface LocatedSchema {
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly direction: Direction;
}

const ONE = ["items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames"];
const LISTS = ["allOf", "oneOf", "anyOf", "prefixItems"];
const MAPS = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];

/** Every schema of a document where it stands, those within schemas among them. References are not followed. */
export function* eachSchema(
  document: JsonObject,
  value: Json = document,
  pointer = "",
  direction: Direction = "response",
): Generator<LocatedSchema> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* eachSchema(document, item, below(pointer, index), direction);
    return;
  }
  for (const [key, member] of Object.entries(objectOf(value))) {
    const at = below(pointer, key);
    if (key === "example" || key === "examples" || key.startsWith("x-")) continue;
    if (key === "schema") yield* within(member, at, direction);
    else if (at === "/components/schemas") {
      for (const [name, schema] of Object.entries(objectOf(member))) yield* within(schema, below(at, name), direction);
    } else {
      const sent = key === "requestBody" || key === "requestBodies" || key === "parameters";
      yield* eachSchema(document, member, at, sent ? "request" : direction);
    }
  }
}

function* within(schema: Json, pointer: string, direction: Direction): Generator<LocatedSchema> {
  if (!isObject(schema)) return;
  yield { pointer, schema, direction };
  for (const key of ONE)
    if (schema[key] !== undefined) yield* within(schema[key] as Json, below(pointer, key), direction);
  for (const key of LISTS) {
    const list = schema[key];
    for (const index of Array.isArray(list) ? list.keys() : []) {
      yield* within((list as Json[])[index] as Json, below(pointer, key, index), direction);
    }
  }
  for (const key of MAPS) {
    for (const [name, member] of Object.entries(objectOf(schema[key]))) {
      yield* within(member, below(pointer, key, name), direction);
    }
  }
}
