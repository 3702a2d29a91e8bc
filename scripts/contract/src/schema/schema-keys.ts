import { isObject } from "@x/openapi";
import { flatten } from "./flat-schema.ts";
import type { Spec } from "../spec/spec.ts";

/** Pointers of all properties that a response by the schema can have, however deep. */
export function schemaKeys(
  spec: Spec,
  pointer: string,
  found: Set<string> = new Set(),
  seen: Set<string> = new Set(),
): Set<string> {
  const schema = flatten(spec.jsonSchema.response, pointer);
  const [here = pointer] = schema.pointers;
  if (seen.has(here)) return found;
  seen.add(here);
  for (const property of schema.properties.values()) {
    const { keywords } = flatten(spec.jsonSchema.response, property);
    if (keywords["writeOnly"] === true) continue;
    found.add(property);
    schemaKeys(spec, property, found, seen);
  }
  const items = schema.keywords["itemsAt"];
  if (typeof items === "string") schemaKeys(spec, items, found, seen);
  for (const choice of schema.choices) schemaKeys(spec, choice, found, seen);
  return found;
}

/** Takes from `missing` the properties that a value has. */
export function strikeKeys(spec: Spec, pointer: string, value: unknown, missing: Set<string>): void {
  if (!missing.size) return;
  const schema = flatten(spec.jsonSchema.response, pointer);
  for (const choice of schema.choices) strikeKeys(spec, choice, value, missing);
  const items = schema.keywords["itemsAt"];
  if (Array.isArray(value) && typeof items === "string") {
    for (const item of value) strikeKeys(spec, items, item, missing);
  }
  if (!isObject(value)) return;
  for (const [name, property] of schema.properties) {
    if (!Object.hasOwn(value, name)) continue;
    missing.delete(property);
    strikeKeys(spec, property, value[name], missing);
  }
}

/** Properties of a value that the schema at a pointer does not name, as paths into the value: `data.participants[].mood`. */
export function unknownKeys(spec: Spec, pointer: string, value: unknown, at = ""): Set<string> {
  const schema = flatten(spec.jsonSchema.response, pointer);
  const found = new Set<string>();
  const items = schema.keywords["itemsAt"];
  if (Array.isArray(value) && typeof items === "string") {
    for (const item of value) for (const key of unknownKeys(spec, items, item, `${at}[]`)) found.add(key);
  }
  // What a choice may hold is known to that choice alone; a schema that takes any member knows them all.
  const isOpen = schema.choices.length > 0 || isObject(schema.keywords["additionalProperties"]);
  if (!isObject(value) || isOpen || schema.keywords["additionalProperties"] === true) return found;
  for (const [name, member] of Object.entries(value)) {
    const path = at ? `${at}.${name}` : name;
    const property = schema.properties.get(name);
    if (property === undefined) found.add(path);
    else for (const key of unknownKeys(spec, property, member, path)) found.add(key);
  }
  return found;
}
