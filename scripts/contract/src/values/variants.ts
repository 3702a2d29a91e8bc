import { isObject, ownOf, type Json, type JsonObject } from "@x/openapi";
import { flatten, typesOf, type FlatSchema } from "../schema/flat-schema.ts";
import type { Spec } from "../spec/spec.ts";

/** A body that differs from another in one respect that its schema leaves open. */
export interface Variant {
  readonly name: string;
  readonly value: Json;
}

/**
 * The variants of a response body that its schema allows: without each optional property, and without all of them;
 * null and empty where they may be; each value of an enum; and with fields that the schema does not know.
 */
export function variantsOf(spec: Spec, schema: string, body: Json): Variant[] {
  const found = [
    { name: "without all that is optional", value: stripped(spec, schema, body) },
    ...walk(spec, schema, body, "", 0),
  ];
  return found.filter(({ value }) => !spec.faults(schema, value).length);
}

function* walk(spec: Spec, pointer: string, value: Json, path: string, depth: number): Generator<Variant> {
  const schema = flatten(spec.jsonSchema.response, pointer);
  const where = path || "/";
  yield* alternatives(schema, value, where);
  if (depth > 12) return;
  for (const choice of schema.choices) yield* walk(spec, choice, value, path, depth + 1);
  if (isObject(value)) {
    if (schema.keywords["additionalProperties"] !== false) {
      yield { name: `${where} with an unknown field`, value: { ...value, x_unknown: { deep: [null, 1, "text"] } } };
    }
    for (const [name, property] of schema.properties) {
      const member = ownOf(value, name);
      if (member === undefined) continue;
      const { [name]: _, ...others } = value;
      if (!schema.required.has(name)) yield { name: `${path}/${name} left out`, value: others };
      for (const inner of walk(spec, property, member, `${path}/${name}`, depth + 1)) {
        yield { name: inner.name, value: { ...value, [name]: inner.value } };
      }
    }
  }
  const items = schema.keywords["itemsAt"];
  if (Array.isArray(value) && value.length && typeof items === "string") {
    const [first, ...others] = value;
    for (const inner of walk(spec, items, first as Json, `${path}/0`, depth + 1)) {
      yield { name: inner.name, value: [inner.value, ...others] };
    }
  }
}

function* alternatives(schema: FlatSchema, value: Json, where: string): Generator<Variant> {
  const types = typesOf(schema);
  // Properties or items without a type: whoever wrote them did not think of null, and no type of them has it.
  const isMeant = schema.keywords["type"] !== undefined || !types.some((type) => type === "object" || type === "array");
  if (value !== null && isMeant) yield { name: `${where} null`, value: null };
  if (types.includes("array")) yield { name: `${where} empty`, value: [] };
  if (types.includes("string")) yield { name: `${where} empty`, value: "" };
  const values = schema.keywords["enum"];
  for (const other of Array.isArray(values) ? values : []) {
    if (other !== value) yield { name: `${where} ${JSON.stringify(other)}`, value: other };
  }
}

function stripped(spec: Spec, pointer: string, value: Json, depth = 0): Json {
  const schema = flatten(spec.jsonSchema.response, pointer);
  const items = schema.keywords["itemsAt"];
  if (Array.isArray(value) && typeof items === "string") {
    return value.map((item) => stripped(spec, items, item, depth + 1));
  }
  if (!isObject(value) || schema.choices.length || depth > 24) return value;
  const kept: JsonObject = {};
  for (const [name, property] of schema.properties) {
    const member = ownOf(value, name);
    if (member === undefined || !schema.required.has(name)) continue;
    kept[name] = stripped(spec, property, member, depth + 1);
  }
  return kept;
}
