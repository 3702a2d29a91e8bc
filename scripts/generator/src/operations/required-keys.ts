import { isObject, resolve, type Json, type JsonObject } from "@x/openapi";

/** What a schema says of an object's keys. */
interface Keys {
  readonly required: ReadonlySet<string>;
  /** Those that are received. */
  readonly declared: ReadonlySet<string>;
}

const NONE: Keys = { required: new Set(), declared: new Set() };

/**
 * The keys that an object must have to fit a schema as a response, sorted: its own `required`, those of each part of
 * `allOf`, and those that all alternatives of a `oneOf` or `anyOf` have in common. What is only sent (`writeOnly`) is not
 * among them, nor what a vendor left in `required` although nothing declares it.
 */
export function requiredKeys(document: JsonObject, reference: Json | undefined, where: string): string[] {
  const { required, declared } = keysOf(document, reference, where, new Map());
  return [...required].filter((key) => declared.has(key)).toSorted();
}

function keysOf(document: JsonObject, reference: Json | undefined, where: string, known: Map<JsonObject, Keys>): Keys {
  const schema = resolve(document, reference, where);
  if (!isObject(schema)) return NONE;
  const before = known.get(schema);
  if (before) return before;
  // What a schema that holds itself demands of itself is no news.
  known.set(schema, NONE);
  const required = new Set(list(schema["required"]).filter((name) => typeof name === "string"));
  const declared = new Set<string>();
  for (const [name, property] of Object.entries(isObject(schema["properties"]) ? schema["properties"] : {})) {
    const value = resolve(document, property, where);
    if (!isObject(value) || value["writeOnly"] !== true) declared.add(name);
  }
  for (const key of ["allOf", "oneOf", "anyOf"]) {
    const members = list(schema[key]).filter((member) => key === "allOf" || takesObjects(document, member, where));
    const parts = members.map((member) => keysOf(document, member, where, known));
    for (const part of parts) {
      for (const name of part.declared) declared.add(name);
      for (const name of part.required) {
        if (key === "allOf" || parts.every((other) => other.required.has(name))) required.add(name);
      }
    }
  }
  const keys = { required, declared };
  known.set(schema, keys);
  return keys;
}

/** Whether a schema says nothing of other types alone: null beside an object demands no keys of it. */
function takesObjects(document: JsonObject, member: Json, where: string): boolean {
  const schema = resolve(document, member, where);
  return !isObject(schema) || [schema["type"] ?? "object"].flat().includes("object");
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
