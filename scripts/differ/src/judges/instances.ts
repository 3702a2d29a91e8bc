import { isObject, type Json, type JsonObject } from "@x/openapi";

const basic: Json[] = [null, true, false, 0, 1, -1, 2, 1.5, 7, "", "a", "b", "zz", "abcdefg", [], {}, [1], ["a", "a"], { a: 1 }, { zz: 1 }];

/**
 * Values made from what schemas say, keyword by keyword: each limit and its neighbours, each listed value and one more, each
 * required name left out. It reads schemas in its own way: it judges the one that compares them.
 */
export function instancesOf(schemas: readonly Json[], depth = 0): Json[] {
  const found: Json[] = depth === 0 ? [...basic] : [null, true, 1, -2, 1.5, "a", "zz", [], {}];
  for (const schema of schemas) if (isObject(schema)) found.push(...fromKeywords(schema, depth));
  const texts = new Set<string>();
  return found.filter((each) => !texts.has(JSON.stringify(each)) && texts.add(JSON.stringify(each))).slice(0, depth === 0 ? 400 : 14);
}

function* fromKeywords(schema: JsonObject, depth: number): Generator<Json> {
  if (Array.isArray(schema["enum"])) yield* [...schema["enum"], "other"];
  if (schema["const"] !== undefined) yield schema["const"];
  for (const key of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]) {
    const limit = schema[key];
    if (typeof limit === "number") yield* [limit, limit - 1, limit + 1, limit + 0.5, limit - 0.5];
  }
  if (typeof schema["multipleOf"] === "number") yield* [schema["multipleOf"], schema["multipleOf"] * 2, schema["multipleOf"] * 3];
  for (const key of ["minLength", "maxLength"]) {
    const limit = schema[key];
    if (typeof limit !== "number") continue;
    for (const length of [limit - 1, limit, limit + 1]) if (length >= 0) yield* ["a".repeat(length), "b".repeat(length)];
  }
  if (typeof schema["pattern"] === "string") yield* ["a", "ab", "b", "abc", "xb"];
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const list = schema[key];
    if (!Array.isArray(list)) continue;
    const each = list.map((one) => instancesOf([one], depth + 1));
    yield* each.flat();
    // One value a pair: what two alternatives say of an object, together.
    const objects = each.map((values) => values.filter(isObject));
    for (const one of objects.flat()) for (const other of objects.flat()) yield { ...one, ...other };
  }
  if (depth > 2) return;
  yield* arraysOf(schema, depth);
  yield* objectsOf(schema, depth);
}

function* arraysOf(schema: JsonObject, depth: number): Generator<Json> {
  const items = instancesOf([schema["items"] ?? {}, schema["contains"] ?? {}], depth + 1);
  if (schema["type"] !== "array") return;
  for (const item of items) yield* [[item], [item, item]];
  for (const length of [1, 2, 3, 4]) yield items.slice(0, length);
  const first = Array.isArray(schema["prefixItems"]) ? instancesOf(schema["prefixItems"], depth + 1) : [];
  for (const one of first) for (const two of items.slice(0, 4)) yield [one, two];
}

function* objectsOf(schema: JsonObject, depth: number): Generator<Json> {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const names = new Set([...Object.keys(properties), ...(Array.isArray(schema["required"]) ? schema["required"].map(String) : [])]);
  if (names.size === 0 && schema["type"] !== "object") return;
  const values = new Map([...names].map((name) => [name, instancesOf([properties[name] ?? {}], depth + 1)]));
  for (const further of ["x-a", "zz"]) {
    const said = isObject(schema["additionalProperties"]) ? [schema["additionalProperties"]] : [];
    for (const value of instancesOf(said, depth + 1).slice(0, 6)) yield { [further]: value };
  }
  // Each value of each property, beside every choice of the first two values of the others.
  const lists = [...values];
  const bases = lists.reduce<JsonObject[]>(
    (sofar, [name, list]) => sofar.flatMap((base) => [base, ...pickTwo(list).map((value) => ({ ...base, [name]: value }))]),
    [{}],
  );
  for (const base of bases.slice(0, 60)) {
    yield base;
    if (bases.length < 30) for (const [name, list] of lists) for (const value of list.slice(0, 8)) yield { ...base, [name]: value };
  }
}

function pickTwo(list: readonly Json[]): Json[] {
  return [list.at(-1), list.find((each) => typeof each === "string"), list.find((each) => typeof each === "number")].filter(
    (each) => each !== undefined,
  );
}
