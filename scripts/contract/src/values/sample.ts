import { below, documentPattern, isObject, type Json, type JsonObject } from "@x/openapi";
import { sample as draw, stringMatching } from "fast-check";
import { flatten, typesOf, type FlatSchema } from "../schema/flat-schema.ts";
import type { Direction } from "../spec/schemas.ts";
import type { Spec } from "../spec/spec.ts";

/** Whether optional properties are filled in. */
export type Extent = "required" | "everything";

/** Schemas within schemas; what requires itself has no end. */
const MAX_DEPTH = 50;
/** Alternatives of a union that are tried. */
const MAX_CHOICES = 8;

/** What a sample is for. */
interface Purpose {
  readonly spec: Spec;
  readonly extent: Extent;
  readonly direction: Direction;
}

/** A value that is valid by the schema at a pointer, the same one in every run. */
export function sample(
  spec: Spec,
  pointer: string | undefined,
  extent: Extent = "everything",
  direction: Direction = "request",
): Json {
  return pointer === undefined ? "text" : sampleAt({ spec, extent, direction }, pointer, [], false);
}

function sampleAt(purpose: Purpose, pointer: string, within: readonly string[], inUnion: boolean): Json {
  const { spec, extent, direction } = purpose;
  const schema = schemaAt(purpose, pointer);
  for (const given of givenValues(schema.keywords)) {
    if (extent === "everything" || !isObject(given)) {
      if (!spec.faults(pointer, given, direction).length) return given;
    }
  }
  const path = [...within, ...schema.pointers];
  if (!schema.choices.length || path.length > MAX_DEPTH) return sampleOf(purpose, schema, path, inUnion, undefined);
  // Not every alternative fits what stands beside it.
  let first: Json | undefined;
  for (const choice of schema.choices.slice(0, MAX_CHOICES)) {
    const value = sampleOf(purpose, schema, path, true, choice);
    if (!spec.faults(pointer, value, direction).length) return value;
    first ??= value;
  }
  return first as Json;
}

function sampleOf(
  purpose: Purpose,
  schema: FlatSchema,
  path: readonly string[],
  inUnion: boolean,
  choice: string | undefined,
): Json {
  const { keywords } = schema;
  if (choice !== undefined && !schema.properties.size) return sampleAt(purpose, choice, path, true);
  const [type = "string"] = typesOf(schema);
  if (type === "object") {
    const base = choice === undefined ? undefined : sampleAt(purpose, choice, path, true);
    const also = choice === undefined ? undefined : schemaAt(purpose, choice).required;
    return { ...(isObject(base) && base), ...sampleObject(purpose, schema, path, inUnion, also) };
  }
  if (type === "array") return sampleArray(purpose, keywords, path, inUnion);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return sampleNumber(keywords);
  return sampleString(keywords);
}

function schemaAt({ spec, direction }: Purpose, pointer: string): FlatSchema {
  return flatten(spec.jsonSchema[direction], pointer);
}

/** Whether a schema is inside itself: what is optional there is left out, or there would be no end. */
function isInside(purpose: Purpose, pointer: string, path: readonly string[]): boolean {
  return schemaAt(purpose, pointer).pointers.some((other) => path.includes(other));
}

function givenValues({ const: only, enum: values, example, examples, default: preset }: JsonObject): Json[] {
  const list = [only, example, Array.isArray(examples) ? examples[0] : undefined, preset];
  return [...list, ...(Array.isArray(values) ? values : [])].filter((value) => value !== undefined && value !== null);
}

function sampleObject(
  purpose: Purpose,
  schema: FlatSchema,
  path: readonly string[],
  inUnion: boolean,
  also: ReadonlySet<string> = new Set(),
): JsonObject {
  const { spec, extent, direction } = purpose;
  const result: JsonObject = {};
  const [here = ""] = schema.pointers;
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  // What is read-only need not be sent, but within a union Prism demands it all the same.
  const isDemanding = inUnion && direction === "request";
  const demanded = isDemanding ? flatten(spec.jsonSchema.response, here).required : new Set<string>();
  for (const [name, pointer] of schema.properties) {
    const { keywords } = schemaAt(purpose, pointer);
    if ((keywords[mark] === true && !demanded.has(name)) || path.length > MAX_DEPTH) continue;
    const wanted = extent === "everything" && !isInside(purpose, pointer, path);
    if (wanted || schema.required.has(name) || also.has(name) || demanded.has(name))
      result[name] = sampleAt(purpose, pointer, path, inUnion);
  }
  const { minProperties, additionalProperties } = schema.keywords;
  const more = isObject(additionalProperties) ? below(here, "additionalProperties") : undefined;
  for (let count = Object.keys(result).length; count < Number(minProperties ?? 0); count += 1)
    result[`key${count}`] = more === undefined ? "text" : sampleAt(purpose, more, path, inUnion);
  // What is demanded and not described may be anything.
  for (const name of schema.required) if (!schema.properties.has(name)) result[name] = "text";
  return result;
}

function sampleArray(purpose: Purpose, keywords: JsonObject, path: readonly string[], inUnion: boolean): Json[] {
  const items = typeof keywords["itemsAt"] === "string" ? keywords["itemsAt"] : undefined;
  const least = typeof keywords["minItems"] === "number" ? keywords["minItems"] : 0;
  const wanted = purpose.extent === "everything" && !(items && isInside(purpose, items, path));
  const count = path.length > MAX_DEPTH ? 0 : Math.max(least, wanted ? 1 : 0);
  return Array.from({ length: count }, () => (items === undefined ? "text" : sampleAt(purpose, items, path, inUnion)));
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
