import { below, follow, isObject, keysOf, objectOf, ownOf, versionOf, type Json, type JsonObject } from "@x/openapi";
import { schemasOf, type Direction } from "../spec/schemas.ts";

/**
 * A copy of an OpenAPI document whose schemas are plain JSON Schema 2020-12: the dialect of 3.0 (`nullable`, boolean
 * `exclusiveMinimum`, `$ref` without siblings) translated, and `required` relieved of what does not travel in that direction.
 * They stand at the same pointers, but for what is in one that becomes one of two: see `placeIn`.
 */
export function withJsonSchemas(document: JsonObject, direction: Direction): JsonObject {
  const copy = structuredClone(document);
  const schemas = schemasOf(copy).map(({ schema }) => schema);
  if (versionOf(document) === "3.0") {
    for (const schema of schemas) if (typeof schema["$ref"] === "string") replace(schema, { $ref: schema["$ref"] });
  }
  for (const schema of schemas) relieve(schema, copy, direction);
  // From the inside out: a schema that becomes one of two takes what is in it along.
  for (const schema of schemas.toReversed()) replace(schema, translated(schema));
  for (const { schema } of schemasOf(copy)) {
    const reference = schema["$ref"];
    if (typeof reference === "string" && reference.startsWith("#/"))
      schema["$ref"] = `#${placeIn(copy, reference.slice(1))}`;
  }
  return copy;
}

/** Where the copy has what stands at a pointer of the document: within the first of two, where it was given null beside it. */
export function placeIn(copy: JsonObject, pointer: string): string {
  let value: Json | undefined = copy;
  let place = "";
  const enter = (key: string | number): void => {
    place = below(place, key);
    value = Array.isArray(value) ? value[Number(key)] : ownOf(objectOf(value), String(key));
  };
  for (const key of keysOf(pointer)) {
    const { anyOf } = objectOf(value);
    if (isObject(value) && !Object.hasOwn(value, key) && Array.isArray(anyOf)) {
      enter("anyOf");
      enter(0);
    }
    enter(key);
  }
  return place;
}

/** Gives an object other members: those who hold it see them as well. */
function replace(schema: JsonObject, by: JsonObject): void {
  const members = { ...by };
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, members);
}

/** Takes out of `required` what is only sent, or only received. */
function relieve(schema: JsonObject, document: JsonObject, direction: Direction): void {
  const { required, properties } = schema;
  if (!Array.isArray(required) || !isObject(properties)) return;
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  schema["required"] = required.filter((name) => {
    const property = objectOf(properties[String(name)]);
    return property[mark] !== true && objectOf(follow(document, property, "").value)[mark] !== true;
  });
}

/**
 * The dialect of 3.0 in today's words. In 3.1 its words mean nothing, but vendors who left them there still mean them, and
 * the generated types follow.
 */
function translated(schema: JsonObject): JsonObject {
  const { nullable, ...rest } = schema;
  for (const [flag, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    if (typeof rest[flag] !== "boolean") continue;
    if (rest[flag] && rest[bound] !== undefined) {
      rest[flag] = rest[bound];
      delete rest[bound];
    } else delete rest[flag];
  }
  if (nullable !== true) return rest;
  if (typeof rest["type"] !== "string") return { anyOf: [rest, { type: "null" }] };
  const values = rest["enum"];
  return {
    ...rest,
    type: [rest["type"], "null"],
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}
