import { isObject, mapSubschemas, objectOf, pointerSegment, type Json, type JsonObject } from "@x/openapi";
import { componentSchemaOf } from "./component-schema.ts";

/**
 * Schema components whose discriminators say of each member what the member itself says: openapi-typescript gives one that no
 * `mapping` has the name of its component, in place of the documented value or beside it.
 */
export function withMappings(schemas: JsonObject): JsonObject {
  const children = childrenOf(schemas);
  const mapped = (value: Json, own: readonly string[]): Json => {
    if (!isObject(value)) return value;
    const result = mapSubschemas(value, (each) => mapped(each, []));
    const { discriminator } = value;
    if (!isObject(discriminator)) return result;
    const members = [value["oneOf"], value["anyOf"]].flatMap((list) => (Array.isArray(list) ? list : []));
    const names = [...members.map((member) => componentSchemaOf(objectOf(member)["$ref"])), ...own];
    const mapping = { ...objectOf(discriminator["mapping"]) };
    const known = new Set(Object.values(mapping).map((target) => componentSchemaOf(target) ?? target));
    for (const name of names) {
      if (name === undefined || known.has(name)) continue;
      const said = saidBy(schemas[name], String(discriminator["propertyName"]));
      if (said !== undefined) mapping[said] ??= `#/components/schemas/${pointerSegment(name)}`;
    }
    return Object.keys(mapping).length ? { ...result, discriminator: { ...discriminator, mapping } } : result;
  };
  const entries = Object.entries(schemas).map(([name, schema]) => [name, mapped(schema, children.get(name) ?? [])]);
  return Object.fromEntries(entries) as JsonObject;
}

/** Which components are made of which, by `allOf`. */
function childrenOf(schemas: JsonObject): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    const { allOf } = objectOf(schema);
    for (const part of Array.isArray(allOf) ? allOf : []) {
      const parent = componentSchemaOf(objectOf(part)["$ref"]);
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
    }
  }
  return children;
}

/** The one value that a component has for a property of its own. */
function saidBy(schema: Json | undefined, property: string): string | undefined {
  const { properties, allOf } = objectOf(schema);
  const own = objectOf(objectOf(properties)[property]);
  const values = own["const"] === undefined ? own["enum"] : [own["const"]];
  if (Array.isArray(values) && values.length === 1 && typeof values[0] === "string") return values[0];
  const parts = Array.isArray(allOf) ? allOf : [];
  return parts.map((part) => (isObject(part) && !part["$ref"] ? saidBy(part, property) : undefined)).find(Boolean);
}
