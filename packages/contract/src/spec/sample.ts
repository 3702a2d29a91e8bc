import { sample as draw, stringMatching } from "fast-check";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { flatten, typesOf, type FlatSchema } from "./flat-schema.ts";
import type { Spec } from "./spec.ts";

/** Whether optional properties are filled in. */
export type Extent = "required" | "everything";

/** Schemas inside schemas beyond this are recursive, or nobody's request. */
const MAX_DEPTH = 8;

/** A value for a request that is valid by the schema at a pointer, the same one in every run. */
export function sample(spec: Spec, pointer: string | undefined, extent: Extent = "everything", depth = 0): Json {
  if (pointer === undefined) return "text";
  const schema = flatten(spec.plain.request, pointer);
  const { keywords } = schema;
  for (const given of givenValues(keywords)) {
    if (extent === "everything" || !isObject(given)) {
      if (!spec.faults(pointer, given, "request").length) return given;
    }
  }
  const [choice] = schema.choices;
  const base = choice === undefined ? undefined : sample(spec, choice, extent, depth + 1);
  if (choice !== undefined && !schema.properties.size) return base as Json;
  const [type = "string"] = typesOf(schema);
  if (type === "object") return { ...(isObject(base) && base), ...sampleObject(spec, schema, extent, depth) };
  if (type === "array") return sampleArray(spec, keywords, extent, depth);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return sampleNumber(keywords);
  return sampleString(keywords);
}

function givenValues({ const: only, enum: values, example, examples, default: preset }: JsonObject): Json[] {
  const list = [only, example, Array.isArray(examples) ? examples[0] : undefined, preset];
  return [...list, ...(Array.isArray(values) ? values : [])].filter((value) => value !== undefined && value !== null);
}

function sampleObject(spec: Spec, schema: FlatSchema, extent: Extent, depth: number): JsonObject {
  const result: JsonObject = {};
  for (const [name, pointer] of schema.properties) {
    const { keywords } = flatten(spec.plain.request, pointer);
    if (keywords["readOnly"] === true) continue;
    const wanted = schema.required.has(name) || (extent === "everything" && depth < MAX_DEPTH);
    if (wanted && depth < 2 * MAX_DEPTH) result[name] = sample(spec, pointer, extent, depth + 1);
  }
  return result;
}

function sampleArray(spec: Spec, keywords: JsonObject, extent: Extent, depth: number): Json[] {
  const itemsAt = keywords["itemsAt"];
  const least = typeof keywords["minItems"] === "number" ? keywords["minItems"] : 0;
  const count = Math.max(least, extent === "everything" && depth < MAX_DEPTH ? 1 : 0);
  return Array.from({ length: count }, () =>
    sample(spec, typeof itemsAt === "string" ? itemsAt : undefined, extent, depth + 1),
  );
}

function sampleNumber({ minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf }: JsonObject): number {
  const step = typeof multipleOf === "number" ? multipleOf : 1;
  if (typeof minimum === "number") return Math.ceil(minimum / step) * step;
  if (typeof exclusiveMinimum === "number") return (Math.floor(exclusiveMinimum / step) + 1) * step;
  if (typeof maximum === "number" && maximum < step) return Math.floor(maximum / step) * step;
  if (typeof exclusiveMaximum === "number" && exclusiveMaximum <= step)
    return (Math.ceil(exclusiveMaximum / step) - 1) * step;
  return step;
}

const BY_FORMAT: Readonly<Record<string, string>> = {
  uuid: "6a09e667-f3bc-4908-a2fb-42a1c1b4c1c1",
  "date-time": "2024-02-29T12:34:56.789Z",
  date: "2024-02-29",
  time: "12:34:56Z",
  duration: "PT1M",
  email: "someone@example.com",
  uri: "https://example.com/path",
  "uri-reference": "/path",
  url: "https://example.com/path",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "dGV4dA==",
  "json-pointer": "/a/b",
  regex: "^a$",
};

function sampleString({ format, pattern, minLength, maxLength }: JsonObject): string {
  if (typeof pattern === "string") {
    const [text] = draw(stringMatching(new RegExp(pattern), { maxLength: 64 }), { numRuns: 1, seed: 1 });
    return text as string;
  }
  const text = (typeof format === "string" && BY_FORMAT[format]) || "text";
  const least = typeof minLength === "number" ? minLength : 0;
  return text.padEnd(least, "x").slice(0, typeof maxLength === "number" ? Math.max(maxLength, least) : undefined);
}
