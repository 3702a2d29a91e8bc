import { isObject, type Json, type JsonObject } from "@x/openapi";

const basic: Json[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  2,
  1.5,
  7,
  "",
  "a",
  "b",
  "zz",
  "abcdefg",
  [],
  {},
  [1],
  ["a", "a"],
  { a: 1 },
  { zz: 1 },
];

/** Whether a schema takes a value, by a library. */
export type Takes = (schema: Json, value: Json) => boolean;

/**
 * Values made from what schemas say, keyword by keyword: each limit and its neighbours, each listed value and one more, each
 * required name left out. It reads schemas in its own way: it judges the one that compares them.
 */
export function instancesOf(schemas: readonly Json[], takes: Takes, depth = 0): Json[] {
  const found: Json[] = [];
  for (const schema of schemas) if (isObject(schema)) found.push(...fromKeywords(schema, takes, depth));
  found.push(...(depth === 0 ? basic : [null, true, 1, -2, 1.5, "a", "zz", [], {}]));
  const texts = new Set<string>();
  const isNew = (each: Json): boolean => !texts.has(JSON.stringify(each)) && Boolean(texts.add(JSON.stringify(each)));
  return found.filter(isNew).slice(0, depth === 0 ? 1_500 : 40);
}

function* fromKeywords(schema: JsonObject, takes: Takes, depth: number): Generator<Json> {
  if (Array.isArray(schema["enum"])) yield* [...schema["enum"], "other"];
  if (schema["const"] !== undefined) yield schema["const"];
  for (const key of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]) {
    const limit = schema[key];
    if (typeof limit === "number") yield* [limit, limit - 1, limit + 1, limit + 0.5, limit - 0.5];
  }
  if (typeof schema["multipleOf"] === "number")
    yield* [schema["multipleOf"], schema["multipleOf"] * 2, schema["multipleOf"] * 3, schema["multipleOf"] / 4];
  for (const key of ["minLength", "maxLength"]) {
    const limit = schema[key];
    if (typeof limit !== "number") continue;
    for (const length of [limit - 1, limit, limit + 1])
      if (length >= 0) yield* ["a".repeat(length), "b".repeat(length)];
  }
  if (typeof schema["pattern"] === "string") yield* ["a", "ab", "b", "abc", "xb"];
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const list = schema[key];
    if (!Array.isArray(list)) continue;
    const each = list.map((one) => instancesOf([one], takes, depth + 1));
    yield* each.flat();
    // One value a pair: what two alternatives say of an object, together.
    const objects = each.map((values) => values.filter(isObject));
    for (const one of objects.flat()) for (const other of objects.flat()) yield { ...one, ...other };
  }
  if (depth > 2) return;
  yield* arraysOf(schema, takes, depth);
  yield* objectsOf(schema, takes, depth);
}

function* arraysOf(schema: JsonObject, takes: Takes, depth: number): Generator<Json> {
  if (schema["type"] !== "array") return;
  const all = instancesOf([schema["items"] ?? {}, schema["contains"] ?? {}], takes, depth + 1);
  const items = [...all.filter((each) => takes(schema["items"] ?? {}, each)), ...all.slice(0, 4)];
  for (const item of items) yield* [[item], [item, item]];
  for (const length of [1, 2, 3, 4]) yield* [items.slice(0, length), Array.from({ length }, () => items[0] ?? null)];
  const held = items.filter((each) => takes(schema["contains"] ?? {}, each));
  for (const each of held.slice(0, 3)) for (const length of [0, 1, 2]) yield [...items.slice(0, length), each];
  const prefix = Array.isArray(schema["prefixItems"]) ? schema["prefixItems"] : [];
  const first = prefix.length > 0 ? instancesOf(prefix, takes, depth + 1) : [];
  for (const one of first) for (const two of items.slice(0, 4)) yield [one, two];
}

function* objectsOf(schema: JsonObject, takes: Takes, depth: number): Generator<Json> {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const names = new Set([
    ...Object.keys(properties),
    ...(Array.isArray(schema["required"]) ? schema["required"].map(String) : []),
  ]);
  if (names.size === 0 && schema["type"] !== "object") return;
  const values = new Map(
    [...names].map((name) => {
      const written = properties[name] ?? {};
      const list = instancesOf([written], takes, depth + 1);
      return [
        name,
        [...list.filter((each) => takes(written, each)), ...list.filter((each) => !takes(written, each)).slice(0, 3)],
      ];
    }),
  );
  const furthers: [string, Json][] = [];
  for (const further of ["x-a", "zz"]) {
    const said = isObject(schema["additionalProperties"]) ? [schema["additionalProperties"]] : [];
    const more = instancesOf(said, takes, depth + 1);
    for (const value of more.slice(0, 20)) yield { [further]: value };
    for (const value of more.filter((each) => takes(said[0] ?? {}, each)).slice(0, 8)) furthers.push([further, value]);
  }
  // Each value of each property, beside every choice of the first two values of the others.
  const lists = [...values];
  const bases = lists.reduce<JsonObject[]>(
    (sofar, [name, list]) =>
      sofar.flatMap((base) => [base, ...oneOfEach(list).map((value) => ({ ...base, [name]: value }))]),
    [{}],
  );
  for (const base of bases.slice(0, 400)) {
    yield base;
    for (const [name, value] of furthers.slice(0, bases.length < 20 ? 16 : 2)) yield { ...base, [name]: value };
    if (bases.length < 30)
      for (const [name, list] of lists) for (const value of list.slice(0, 8)) yield { ...base, [name]: value };
  }
}

/** The first value of each kind, fractions being one. */
function oneOfEach(list: readonly Json[]): Json[] {
  const kinds = new Map<string, Json>();
  for (const each of list) {
    const kind = Array.isArray(each)
      ? "array"
      : each === null
        ? "null"
        : typeof each === "number" && !Number.isInteger(each)
          ? "fraction"
          : typeof each;
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  return [...kinds.values()];
}
