import { isObject, objectOf, type Json, type JsonObject } from "../spec/json.ts";

/** Which way a body goes: a request has no read-only properties, a response no write-only ones. */
export type Direction = "request" | "response";

const ONE = ["additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems"];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAPS = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];

/**
 * A copy of an OpenAPI document whose schemas are plain JSON Schema 2020-12, at the same pointers: the dialect of 3.0
 * (`nullable`, boolean `exclusiveMinimum`, `$ref` without siblings) translated, and `required` relieved of what does
 * not travel in that direction.
 */
export function withPlainSchemas(document: JsonObject, direction: Direction): JsonObject {
  const dialect = { document, direction, old: String(document["openapi"]).startsWith("3.0") };
  const walk = (value: Json, key: string): Json => {
    if (key === "schema") return plain(value, dialect);
    if (Array.isArray(value)) return value.map((item) => walk(item, ""));
    if (!isObject(value)) return value;
    const copy: [string, Json][] = [];
    for (const [name, member] of Object.entries(value)) {
      const isData = name === "example" || name === "examples" || name.startsWith("x-");
      if (key === "components" && name === "schemas") {
        copy.push([name, mapValues(objectOf(member), (schema) => plain(schema, dialect))]);
      } else copy.push([name, isData ? member : walk(member, name)]);
    }
    return Object.fromEntries(copy);
  };
  return walk(document, "") as JsonObject;
}

interface Dialect {
  readonly document: JsonObject;
  readonly direction: Direction;
  readonly old: boolean;
}

function plain(schema: Json, dialect: Dialect): Json {
  if (!isObject(schema)) return schema;
  if (dialect.old && typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const copy: JsonObject = { ...schema };
  for (const key of [...ONE, "items", "unevaluatedProperties"]) {
    const member = copy[key];
    if (Array.isArray(member)) copy[key] = member.map((item) => plain(item, dialect));
    else if (isObject(member)) copy[key] = plain(member, dialect);
  }
  for (const key of LISTS) {
    const member = copy[key];
    if (Array.isArray(member)) copy[key] = member.map((item) => plain(item, dialect));
  }
  for (const key of MAPS) {
    const member = copy[key];
    if (isObject(member)) copy[key] = mapValues(member, (item) => plain(item, dialect));
  }
  relieve(copy, dialect);
  return modern(copy);
}

/** Takes out of `required` what is only sent, or only received. */
function relieve(schema: JsonObject, { document, direction }: Dialect): void {
  const { required, properties } = schema;
  if (!Array.isArray(required) || !isObject(properties)) return;
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  schema["required"] = required.filter((name) => {
    const property = objectOf(properties[String(name)]);
    const reference = property["$ref"];
    const target = typeof reference === "string" ? objectOf(lookUp(document, reference)) : property;
    return property[mark] !== true && target[mark] !== true;
  });
}

function lookUp(document: JsonObject, reference: string): Json | undefined {
  let current: Json | undefined = document;
  for (const key of reference.slice(2).split("/")) {
    current = objectOf(current)[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return current;
}

/**
 * The dialect of 3.0 in today's words. In 3.1 its words mean nothing, but vendors who left them there still mean them, and
 * the generated types follow.
 */
function modern(schema: JsonObject): Json {
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

function mapValues(map: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
