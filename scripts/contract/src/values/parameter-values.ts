import { at, below, type Json, type JsonObject, objectOf } from "@x/openapi";
import { flatten, typesOf } from "../schema/flat-schema.ts";
import { sample } from "./sample.ts";
import type { Spec } from "../spec/spec.ts";
import type { SpecParameter } from "../spec/spec-operations.ts";

/** A value that is valid by the spec: its example if it has one. */
export function validValue(spec: Spec, parameter: SpecParameter): Json {
  const { example, examples } = objectOf(at(spec.document, parameter.pointer));
  const [named] = Object.values(objectOf(examples));
  for (const given of [example, objectOf(named)["value"]]) {
    if (given === undefined || given === null || parameter.schema === undefined) continue;
    if (!spec.faults(parameter.schema, given, "request").length) return given;
  }
  return sample(spec, parameter.schema);
}

/** Values of types that the spec does not allow there, so that the client must refuse them. */
export function wrongValues(spec: Spec, { schema, json }: SpecParameter): unknown[] {
  if (schema === undefined || json) return [];
  const flat = flatten(spec.jsonSchema.request, schema);
  const types = typesOf(flat);
  const [type] = types;
  if (types.length !== 1 || flat.choices.length) return [];
  if (type === "string") return [42, true, {}, []];
  if (type === "boolean") return ["true", 1, {}, []];
  if (type === "integer") return ["1", 1.5, Number.NaN, true, 2 ** 60];
  if (type === "number") return ["1", Number.NaN, Number.POSITIVE_INFINITY, true];
  return type === "array" || type === "object" ? ["text", 1] : [];
}

/** Valid values at the edges of what the spec allows: every enum value, the bounds, and text that must be encoded. */
export function boundaryValues(spec: Spec, parameter: SpecParameter): Json[] {
  const { schema, place } = parameter;
  if (schema === undefined || parameter.json) return [];
  const flat = flatten(spec.jsonSchema.request, schema);
  const candidates = [...edges(spec, flat.keywords, typesOf(flat), schema)].filter((value) => {
    // An empty path segment is another path; "." and ".." are too.
    if (place === "path" && (value === "" || value === "." || value === "..")) return false;
    // Prism takes an empty header for none.
    return place !== "header" || typeof value !== "string" || /^[\x21-\x7e]+$/.test(value);
  });
  return candidates.filter((value) => !spec.faults(schema, value, "request").length);
}

function* edges(spec: Spec, keywords: JsonObject, types: readonly string[], schema: string): Generator<Json> {
  if (Array.isArray(keywords["enum"])) {
    yield* keywords["enum"].filter((value) => value !== null);
    return;
  }
  if (types.includes("boolean")) yield* [true, false];
  if (types.includes("integer") || types.includes("number")) {
    for (const key of ["minimum", "maximum"]) {
      const bound = keywords[key];
      if (typeof bound === "number") yield bound;
    }
    yield* [0, 1, -1, 2 ** 31 - 1];
  }
  if (types.includes("number")) yield 0.5;
  if (types.includes("string")) {
    const { minLength, maxLength } = keywords;
    if (typeof minLength === "number") yield "x".repeat(minLength);
    if (typeof maxLength === "number" && maxLength <= 2_000) yield "x".repeat(maxLength);
    // Formats and patterns refuse what does not fit them; the rest must survive every encoding.
    yield* ["", "0", "true", "null", "a/b", "a?b#c&d=e+f %25", "ü 世界 🙂", "a,b|c;d", "x".repeat(255)];
  }
  if (types.includes("array")) {
    const itemsAt = typeof keywords["itemsAt"] === "string" ? keywords["itemsAt"] : below(schema, "items");
    const item = sample(spec, itemsAt);
    yield* [[item], [item, item]];
  }
}
