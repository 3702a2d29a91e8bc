import { below, isObject, type Json, type JsonObject } from "@x/openapi";
import { randomOf } from "./random-schemas.ts";

/** A document that differs from another in one node. */
export interface Mutant {
  /** What was done, and where (JSON pointer). */
  readonly name: string;
  readonly document: JsonObject;
}

/** Keywords that are written where they do not stand yet, by a keyword that tells what kind of object it is. */
const ADDED: readonly (readonly [beside: string, key: string, value: Json])[] = [
  ["properties", "additionalProperties", false],
  ["properties", "additionalProperties", { type: "string" }],
  ["properties", "minProperties", 1],
  ["properties", "required", ["added"]],
  ["type", "nullable", true],
  ["type", "description", "Another."],
  ["type", "deprecated", true],
  ["type", "readOnly", true],
  ["type", "writeOnly", true],
  ["type", "default", null],
  ["type", "enum", ["a", 1, null, true]],
  ["type", "format", "date-time"],
  ["type", "x-extension", true],
  ["responses", "deprecated", true],
  ["responses", "security", []],
  ["responses", "tags", ["others"]],
  ["in", "required", true],
  ["in", "deprecated", true],
  ["content", "description", "Another."],
];
const TYPES = ["string", "integer", "number", "boolean", "array", "object", "null"];

/** Every document with one node less, more or otherwise. */
export function* mutantsOf(document: JsonObject): Generator<Mutant> {
  for (const [name, mutated] of changed(document, "")) yield { name, document: mutated as JsonObject };
}

/** A number of them, the same for the same seed, from all over the document. */
export function someMutants(document: JsonObject, count: number, seed: number): Mutant[] {
  const random = randomOf(seed);
  const all = [...mutantsOf(document)].map((mutant) => [random(), mutant] as const);
  return all
    .toSorted(([left], [right]) => left - right)
    .slice(0, count)
    .map(([, mutant]) => mutant);
}

function* changed(value: Json, pointer: string): Generator<readonly [string, Json]> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      const at = below(pointer, index);
      yield [`without ${at}`, value.filter((_, other) => other !== index)];
      for (const [name, now] of changed(each, at))
        yield [name, value.map((other, place) => (place === index ? now : other))];
    }
    if (value.length > 1) yield [`another order of ${pointer}`, value.toReversed()];
    if (typeof value[0] === "string") yield [`one more in ${pointer}`, [...value, "added"]];
    else if (isObject(value[0]))
      yield [`one more in ${pointer}`, [...value, { type: "object", properties: { added: { type: "string" } } }]];
    return;
  }
  if (!isObject(value)) {
    for (const other of othersOf(value, pointer)) yield [`${pointer} is ${JSON.stringify(other)}`, other];
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    const at = below(pointer, key);
    const { [key]: _, ...rest } = value;
    yield [`without ${at}`, rest];
    if (/\/(properties|parameters|schemas|headers|content|responses|mapping)$/.test(pointer))
      yield [`${at} is called ${key}2`, { ...rest, [/^\d{3}$/.test(key) ? "418" : `${key}2`]: each }];
    for (const [name, now] of changed(each, at)) yield [name, { ...value, [key]: now }];
  }
  if (Object.keys(value).length > 1)
    yield [`another order of ${pointer}`, Object.fromEntries(Object.entries(value).toReversed())];
  if (pointer.endsWith("/properties")) yield [`one more in ${pointer}`, { ...value, added: { type: "string" } }];
  for (const [beside, key, more] of ADDED)
    if (value[beside] !== undefined && value[key] === undefined && !/\/(properties|schemas)$/.test(pointer))
      yield [`${key} at ${pointer}`, { ...value, [key]: more }];
}

function othersOf(value: Json, pointer: string): Json[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value - 1];
  if (typeof value !== "string") return ["string"];
  const key = pointer.slice(pointer.lastIndexOf("/") + 1);
  if (key === "type") return TYPES.filter((type) => type !== value);
  if (key === "format") return ["date", "date-time", "binary", "other"].filter((format) => format !== value);
  if (key === "in") return ["query", "header", "cookie"].filter((place) => place !== value);
  if (key === "$ref")
    return ["Kind", "Author"]
      .map((name) => value.slice(0, value.lastIndexOf("/") + 1) + name)
      .filter((other) => other !== value);
  return [`${value}2`];
}
