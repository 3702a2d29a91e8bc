import { below, isObject, locate, objectOf, type Json } from "../spec/json.ts";
import type { Direction } from "../schema/plain-schema.ts";
import type { Spec } from "../spec/spec.ts";

/** An example of a document, with the schema that it should fit. */
export interface Example {
  readonly pointer: string;
  readonly schema: string;
  readonly value: Json;
  readonly direction: Direction;
}

/** Every example of a document: of schemas, of media types, parameters and headers, wherever they are. */
export function examplesOf(spec: Spec): Example[] {
  return [...find(spec, "", spec.document, "response")];
}

function* find(spec: Spec, pointer: string, value: Json, direction: Direction): Generator<Example> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* find(spec, below(pointer, index), item, direction);
    return;
  }
  if (!isObject(value)) return;
  const schema = value["schema"] === undefined ? pointer : below(pointer, "schema");
  if (isSchema(pointer) || value["schema"] !== undefined) yield* owned(spec, pointer, value, schema, direction);
  for (const [key, member] of Object.entries(value)) {
    if (isData(pointer, key)) continue;
    const sent = key === "requestBody" || key === "requestBodies" || key === "parameters";
    yield* find(spec, below(pointer, key), member, sent ? "request" : direction);
  }
}

function* owned(
  spec: Spec,
  pointer: string,
  owner: { [key: string]: Json },
  schema: string,
  direction: Direction,
): Generator<Example> {
  const { example, examples } = owner;
  if (example !== undefined) yield { pointer: below(pointer, "example"), schema, value: example, direction };
  for (const index of Array.isArray(examples) ? examples.keys() : []) {
    const value = (examples as Json[])[index] as Json;
    yield { pointer: below(pointer, "examples", index), schema, value, direction };
  }
  for (const key of Object.keys(objectOf(examples))) {
    const at = locate(spec.document, below(pointer, "examples", key));
    const value = objectOf(at.value)["value"];
    if (value !== undefined) yield { pointer: below(at.pointer, "value"), schema, value, direction };
  }
}

/** Whether there is a schema at a pointer: below a `schema` key, or one of the components. */
function isSchema(pointer: string): boolean {
  return (
    /^\/components\/schemas\/[^/]+(\/|$)|\/schema(\/|$)/.test(pointer) && !/\/(properties|examples)$/.test(pointer)
  );
}

/** What is a value and not part of the document's structure. A property may well be called "example". */
function isData(pointer: string, key: string): boolean {
  if (pointer.endsWith("/properties")) return false;
  return ["example", "examples", "default", "enum", "const"].includes(key) || key.startsWith("x-");
}
