import { documentPattern, isObject, type Json, type JsonObject } from "@x/openapi";
import { sample as draw, stringMatching } from "fast-check";
import { flatten, typesOf, type FlatSchema } from "../schema/flat-schema.ts";
import type { Spec } from "../spec/spec.ts";

/** Whether optional properties are filled in. */
export type Extent = "required" | "everything";

/** Schemas within schemas; what requires itself has no end. */
const MAX_DEPTH = 50;

/** A value for a request that is valid by the schema at a pointer, the same one in every run. */
export function sample(
  spec: Spec,
  pointer: string | undefined,
  extent: Extent = "everything",
  within: readonly string[] = [],
  inUnion = false,
): Json {
  if (pointer === undefined) return "text";
  const schema = flatten(spec.jsonSchema.request, pointer);
  const { keywords } = schema;
  for (const given of givenValues(keywords)) {
    if (extent === "everything" || !isObject(given)) {
      if (!spec.faults(pointer, given, "request").length) return given;
    }
  }
  const path = [...within, ...schema.pointers];
  const [choice] = schema.choices;
  const base = choice === undefined ? undefined : sample(spec, choice, extent, path, true);
  if (choice !== undefined && !schema.properties.size) return base as Json;
  const [type = "string"] = typesOf(schema);
  if (type === "object")
    return {
      ...(isObject(base) && base),
      ...sampleObject(spec, schema, extent, path, inUnion || choice !== undefined),
    };
  if (type === "array") return sampleArray(spec, keywords, extent, path, inUnion);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return sampleNumber(keywords);
  return sampleString(keywords);
}

/** Whether a schema is inside itself: what is optional there is left out, or there would be no end. */
function isInside(spec: Spec, pointer: string, path: readonly string[]): boolean {
  return flatten(spec.jsonSchema.request, pointer).pointers.some((other) => path.includes(other));
}

function givenValues({ const: only, enum: values, example, examples, default: preset }: JsonObject): Json[] {
  const list = [only, example, Array.isArray(examples) ? examples[0] : undefined, preset];
  return [...list, ...(Array.isArray(values) ? values : [])].filter((value) => value !== undefined && value !== null);
}

function sampleObject(
  spec: Spec,
  schema: FlatSchema,
  extent: Extent,
  path: readonly string[],
  inUnion: boolean,
): JsonObject {
  const result: JsonObject = {};
  const [here = ""] = schema.pointers;
  // What is read-only need not be sent, but within a union Prism demands it all the same.
  const demanded = inUnion ? flatten(spec.jsonSchema.response, here).required : new Set<string>();
  for (const [name, pointer] of schema.properties) {
    const { keywords } = flatten(spec.jsonSchema.request, pointer);
    if ((keywords["readOnly"] === true && !demanded.has(name)) || path.length > MAX_DEPTH) continue;
    const wanted = extent === "everything" && !isInside(spec, pointer, path);
    if (wanted || schema.required.has(name) || demanded.has(name))
      result[name] = sample(spec, pointer, extent, path, inUnion);
  }
  return result;
}

function sampleArray(
  spec: Spec,
  keywords: JsonObject,
  extent: Extent,
  path: readonly string[],
  inUnion: boolean,
): Json[] {
  const items = typeof keywords["itemsAt"] === "string" ? keywords["itemsAt"] : undefined;
  const least = typeof keywords["minItems"] === "number" ? keywords["minItems"] : 0;
  const wanted = extent === "everything" && !(items && isInside(spec, items, path));
  const count = path.length > MAX_DEPTH ? 0 : Math.max(least, wanted ? 1 : 0);
  return Array.from({ length: count }, () => sample(spec, items, extent, path, inUnion));
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
  const least = typeof minLength === "number" ? minLength : 0;
  const most = typeof maxLength === "number" ? Math.max(maxLength, least) : undefined;
  if (typeof pattern === "string") return sampleMatch(pattern, least, most ?? Math.max(64, least)) ?? "text";
  const text = (typeof format === "string" && BY_FORMAT[format]) || "text";
  return text.padEnd(least, "x").slice(0, most);
}

/** The first of many drawn texts that fits; undefined where none does. */
function sampleMatch(pattern: string, least: number, most: number): string | undefined {
  // Nothing can be drawn from what looks ahead or back; what is drawn without it may still fit.
  const drawable = new RegExp(pattern.replaceAll(/\(\?<?[=!][^()]*\)/g, ""));
  try {
    const drawn = draw(stringMatching(drawable, { maxLength: most }), { numRuns: 100, seed: 1 });
    return drawn.find((text) => text.length >= least && text.length <= most && documentPattern(pattern).test(text));
  } catch {
    return undefined;
  }
}
