import { isObject } from "./json.ts";
import { flatten } from "./flat-schema.ts";
import type { Spec } from "./spec.ts";

/** Pointers of all properties that a response by the schema can have, however deep. */
export function schemaKeys(
  spec: Spec,
  pointer: string,
  found: Set<string> = new Set(),
  seen: string[] = [],
): Set<string> {
  const schema = flatten(spec.plain.response, pointer);
  const [here = pointer] = schema.pointers;
  if (seen.includes(here)) return found;
  const path = [...seen, here];
  for (const property of schema.properties.values()) {
    const { keywords } = flatten(spec.plain.response, property);
    if (keywords["writeOnly"] === true) continue;
    found.add(property);
    schemaKeys(spec, property, found, path);
  }
  const items = schema.keywords["itemsAt"];
  if (typeof items === "string") schemaKeys(spec, items, found, path);
  for (const choice of schema.choices) schemaKeys(spec, choice, found, path);
  return found;
}

/** Takes from `missing` the properties that a value has. */
export function strikeKeys(spec: Spec, pointer: string, value: unknown, missing: Set<string>): void {
  if (!missing.size) return;
  const schema = flatten(spec.plain.response, pointer);
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
