import { isObject, type Json, type JsonObject } from "@x/openapi";

/** Whether a schema takes a value, by a library. */
export type Takes = (schema: Json, value: Json) => boolean;

const scalars: Json[] = [null, true, false, 0, 1, -1, 2, 1.5, 7, -9, 99, "", "a", "b", "zz", "x-a", "abcdefg"];
const MAX_DEPTH = 4;
/** More names in one object than this are not tried in all combinations. */
const MAX_NAMES = 4;

/**
 * Values made from what schemas at one place say together, keyword by keyword: each limit and its neighbours, each listed value
 * and one more, each type, each property alone and in company. It reads schemas in its own way: it judges what compares them.
 */
export function instancesOf(schemas: readonly Json[], takes: Takes, depth = 0): Json[] {
  const parts = schemas.flatMap(partsOf);
  const found: Json[] = [...scalars, [], {}];
  for (const part of parts) found.push(...scalarsOf(part, parts));
  if (depth < MAX_DEPTH) {
    found.push(...arraysOf(parts, takes, depth), ...objectsOf(parts, takes, depth));
  }
  return depth === 0
    ? [...new Map(found.map((value) => [JSON.stringify(value), value])).values()]
    : oneOfEach(found, schemas, takes);
}

/** A schema and all that stands in it about the same value. */
function partsOf(schema: Json): JsonObject[] {
  if (!isObject(schema)) return [];
  const inner = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"].flatMap((key) => schema[key] ?? []);
  return [schema, ...inner.flatMap(partsOf)];
}

/** One value of each that the schemas tell apart, those that most of them take first. */
function oneOfEach(values: readonly Json[], schemas: readonly Json[], takes: Takes): Json[] {
  const kinds = new Map<string, { value: Json; taken: number }>();
  for (const value of values) {
    const kind =
      value === null ? "null" : Array.isArray(value) ? "array" : Number.isInteger(value) ? "integer" : typeof value;
    const verdicts = schemas.map((schema) => (takes(schema, value) ? 1 : 0));
    const key = `${kind} ${verdicts.join("")}`;
    if (!kinds.has(key)) kinds.set(key, { value, taken: verdicts.reduce<number>((sum, each) => sum + each, 0) });
  }
  return [...kinds.values()].toSorted((left, right) => right.taken - left.taken).map(({ value }) => value);
}

function* scalarsOf(schema: JsonObject, all: readonly JsonObject[]): Generator<Json> {
  if (Array.isArray(schema["enum"])) yield* [...schema["enum"], "other"];
  if (schema["const"] !== undefined) yield schema["const"];
  const numbers = (key: string): number[] => all.flatMap((each) => (typeof each[key] === "number" ? [each[key]] : []));
  for (const key of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]) {
    const limit = schema[key];
    if (typeof limit !== "number") continue;
    yield* [limit, limit - 1, limit + 1, limit + 0.5, limit - 0.5, limit + 0.25, limit - 0.25];
    for (const by of numbers("multipleOf")) for (const near of [-1, 0, 1]) yield (Math.round(limit / by) + near) * by;
  }
  if (typeof schema["multipleOf"] === "number")
    for (const times of [-1, 0.25, 0.5, 1, 2, 3, 5]) yield schema["multipleOf"] * times;
  for (const key of ["minLength", "maxLength"]) {
    const limit = schema[key];
    if (typeof limit !== "number") continue;
    for (const length of [limit - 1, limit, limit + 1])
      if (length >= 0)
        yield* ["a".repeat(length), "b".repeat(length), "z".repeat(length), `a${"z".repeat(length)}`.slice(0, length)];
  }
  if (typeof schema["pattern"] === "string")
    yield* ["a", "ab", "b", "c", "abc", "xb", "az", "zb", "azb", "zzzb", "azzz", "abca"];
}

function* arraysOf(parts: readonly JsonObject[], takes: Takes, depth: number): Generator<Json[]> {
  const says = (part: JsonObject): boolean =>
    part["type"] === "array" || ["items", "prefixItems", "contains"].some((key) => part[key] !== undefined);
  if (!parts.some(says)) return;
  const itemsAt = (index: number): Json[] => {
    const written = parts.flatMap((part) => {
      const prefix = Array.isArray(part["prefixItems"]) ? part["prefixItems"] : [];
      return [prefix[index] ?? part["items"], part["contains"]].filter((each) => each !== undefined);
    });
    return instancesOf(written, takes, depth + 1);
  };
  const [first, second] = [itemsAt(0), itemsAt(1)];
  for (const one of first) yield [one];
  for (const one of first.slice(0, 8)) for (const two of second.slice(0, 8)) yield [one, two];
  for (const one of first.slice(0, 5))
    for (const two of second.slice(0, 5))
      for (const length of [3, 4]) yield [one, ...Array.from({ length: length - 1 }, () => two)];
  yield [...first.slice(0, 1), ...second.slice(0, 2)];
  yield [...first.slice(0, 1), ...second.slice(0, 3)];
}

function* objectsOf(parts: readonly JsonObject[], takes: Takes, depth: number): Generator<JsonObject> {
  const named = parts.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : []));
  const demanded = parts.flatMap(({ required }) => (Array.isArray(required) ? required.map(String) : []));
  const needed = parts.flatMap(({ dependentRequired }) =>
    Object.values(isObject(dependentRequired) ? dependentRequired : {}).flat(),
  );
  const isOpen = parts.some(({ additionalProperties, patternProperties }) => additionalProperties ?? patternProperties);
  const isObjectType = parts.some(({ type }) => type === "object" || (Array.isArray(type) && type.includes("object")));
  const names = [...new Set([...named, ...demanded, ...needed.map(String)])].slice(0, MAX_NAMES);
  if (isOpen || (isObjectType && names.length === 0))
    names.push("x-a", "zz", ...(names.length === 0 ? ["zy", "y"] : []));
  const values = new Map(names.map((name) => [name, valuesOf(name, parts, takes, depth)]));
  const subsets = names.reduce<string[][]>((sofar, name) => sofar.flatMap((each) => [each, [...each, name]]), [[]]);
  for (const subset of subsets) {
    for (const turn of [0, 1, 2]) {
      const at = (list: readonly Json[], index: number): Json => list[Math.min(index, list.length - 1)] ?? null;
      const base = Object.fromEntries(subset.map((name) => [name, at(values.get(name) ?? [], turn)]));
      yield base;
      for (const name of subset) for (const value of values.get(name) ?? []) yield { ...base, [name]: value };
    }
  }
}

function valuesOf(name: string, parts: readonly JsonObject[], takes: Takes, depth: number): Json[] {
  const written = parts.flatMap((part): Json[] => {
    const own = isObject(part["properties"]) ? part["properties"][name] : undefined;
    const patterned = Object.entries(isObject(part["patternProperties"]) ? part["patternProperties"] : {});
    const matching = patterned.filter(([pattern]) => new RegExp(pattern, "u").test(name)).map(([, each]) => each);
    const further = own === undefined && matching.length === 0 ? part["additionalProperties"] : undefined;
    return [own, ...matching, further].filter((each) => each !== undefined);
  });
  return instancesOf(written, takes, depth + 1).slice(0, 10);
}
