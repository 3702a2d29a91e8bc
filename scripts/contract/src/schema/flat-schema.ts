import { below, isObject, type Json, type JsonObject, locate, objectOf } from "@x/openapi";

/** A schema with its `allOf` members folded in: properties and `required` are united, other keywords overwritten. */
export interface FlatSchema {
  readonly keywords: JsonObject;
  /** Where each property's schema is. */
  readonly properties: ReadonlyMap<string, string>;
  readonly required: ReadonlySet<string>;
  /** Pointers of `oneOf` or `anyOf` members. */
  readonly choices: readonly string[];
  /** Every schema that went into it; what is known of a recursion. */
  readonly pointers: readonly string[];
}

/** What was read of documents that nobody changes, by where it is written: they are asked of the same again and again. */
const known = new WeakMap<JsonObject, Map<string, FlatSchema>>();

/** Says that a document is not changed any more. */
export function keepFlat(document: JsonObject): void {
  known.set(document, new Map());
}

/** Reads the schema at a pointer of a document with JSON schemas, following `$ref` and `allOf`. */
export function flatten(document: JsonObject, pointer: string): FlatSchema {
  const { value, pointer: here } = locate(document, pointer);
  const kept = known.get(document);
  let flat = kept?.get(here);
  if (flat === undefined) {
    flat = flattened(document, value, here, new Set());
    kept?.set(here, flat);
  }
  return flat;
}

function flattened(document: JsonObject, value: Json | undefined, here: string, seen: Set<string>): FlatSchema {
  const schema = objectOf(value);
  const keywords: JsonObject = {};
  const properties = new Map<string, string>();
  const required = new Set<string>();
  const choices: string[] = [];
  const pointers = [here];
  const members = Array.isArray(schema["allOf"]) && !seen.has(here) ? schema["allOf"].keys() : [];
  // A part that applies twice, or includes itself, adds nothing the second time.
  seen.add(here);
  for (const index of members) {
    const member = locate(document, below(here, "allOf", index));
    const part = flattened(document, member.value, member.pointer, seen);
    Object.assign(keywords, part.keywords);
    for (const [name, at] of part.properties) properties.set(name, at);
    for (const name of part.required) required.add(name);
    choices.push(...part.choices);
    pointers.push(...part.pointers);
  }
  Object.assign(keywords, schema);
  for (const name of Object.keys(objectOf(schema["properties"]))) {
    properties.set(name, below(here, "properties", name));
  }
  for (const name of Array.isArray(schema["required"]) ? schema["required"] : []) required.add(String(name));
  for (const key of ["oneOf", "anyOf"]) {
    const list = schema[key];
    if (Array.isArray(list)) choices.push(...list.map((_, index) => below(here, key, index)));
  }
  if (isObject(keywords["items"]) && isObject(schema["items"])) keywords["itemsAt"] = below(here, "items");
  return { keywords, properties, required, choices, pointers };
}

/** The types that a schema names, or that its keywords speak of; `null` left out. */
export function typesOf({ keywords, properties }: FlatSchema): string[] {
  const named = [keywords["type"]].flat().filter((type): type is string => typeof type === "string");
  if (named.length) return named.filter((type) => type !== "null");
  if (properties.size || isObject(keywords["additionalProperties"])) return ["object"];
  if (keywords["items"] !== undefined) return ["array"];
  const values: Json[] = keywords["const"] === undefined ? [keywords["enum"] ?? []].flat() : [keywords["const"]];
  return [...new Set(values.filter((value) => value !== null).map((value) => typeof value as string))];
}
