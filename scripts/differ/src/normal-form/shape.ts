import { below, isObject, type Json, type JsonObject } from "@x/openapi";
import type { Node, Place, Side } from "./side.ts";
import { type Limit, limitNames, limitOf, type LimitName, compareLimits } from "./limits.ts";
import { type Kind, kindOf, kinds, textOf, type Values, valuesOf } from "./values.ts";

/** What one written schema says of an object's members. */
export interface ObjectPart {
  readonly pointer: string;
  readonly properties: ReadonlyMap<string, Node>;
  readonly patterns: readonly (readonly [pattern: string, node: Node])[];
  /** Undefined where it says nothing of further properties. */
  readonly additional: Node | undefined;
}

/** What one written schema says of an array's items. */
export interface ArrayPart {
  readonly prefix: readonly Node[];
  readonly rest: Node | undefined;
}

/** A condition that has no order of stricter and looser but the one its schemas have. */
export interface Condition {
  readonly keyword: string;
  readonly pointer: string;
  readonly nodes: readonly Node[];
  /** What stands there beside schemas, as text. */
  readonly detail: string;
}

/** All that a schema without alternatives says, whatever parts it is written in. Each constraint is about one kind of value. */
export interface Shape {
  readonly kinds: ReadonlySet<Kind>;
  /** Undefined where values are not listed. */
  readonly values: Values | undefined;
  readonly integer: boolean;
  readonly limits: ReadonlyMap<LimitName, Limit & { readonly pointer: string }>;
  readonly multiples: readonly number[];
  readonly patterns: readonly string[];
  readonly formats: readonly string[];
  readonly unique: boolean;
  readonly objects: readonly ObjectPart[];
  readonly required: ReadonlySet<string>;
  readonly dependent: ReadonlyMap<string, readonly string[]>;
  readonly names: readonly Node[];
  readonly arrays: readonly ArrayPart[];
  readonly conditions: readonly Condition[];
  /** The written schemas it is made of, the first one its home. */
  readonly places: readonly Place[];
}

export const anything: Shape = {
  kinds: new Set(kinds),
  values: undefined,
  integer: false,
  limits: new Map(),
  multiples: [],
  patterns: [],
  formats: [],
  unique: false,
  objects: [],
  required: new Set(),
  dependent: new Map(),
  names: [],
  arrays: [],
  conditions: [],
  places: [],
};

/** What several say together. */
export function all(shapes: readonly Shape[]): Shape {
  const told = shapes.filter((shape) => shape !== anything);
  const [first = anything] = told;
  if (told.length < 2) return first;
  const limits = new Map<LimitName, Limit & { readonly pointer: string }>();
  const dependent = new Map<string, readonly string[]>();
  let { kinds: allowed, values } = first;
  for (const shape of told) {
    if (shape.kinds !== allowed) allowed = new Set([...allowed].filter((kind) => shape.kinds.has(kind)));
    values = commonValues(values, shape.values);
    for (const [name, limit] of shape.limits) {
      const known = limits.get(name);
      if (known === undefined || compareLimits(name, limit, known) > 0) limits.set(name, limit);
    }
    for (const [name, others] of shape.dependent) dependent.set(name, [...(dependent.get(name) ?? []), ...others]);
  }
  const unique = <T>(list: (shape: Shape) => Iterable<T>): Set<T> => {
    const found = new Set<T>();
    for (const shape of told) for (const each of list(shape)) found.add(each);
    return found;
  };
  return {
    kinds: allowed,
    values,
    integer: told.some(({ integer }) => integer),
    limits,
    multiples: [...unique(({ multiples }) => multiples)],
    patterns: [...unique(({ patterns }) => patterns)],
    formats: [...unique(({ formats }) => formats)],
    unique: told.some((shape) => shape.unique),
    objects: [...unique(({ objects }) => objects)],
    required: unique(({ required }) => required),
    dependent,
    names: [...unique(({ names }) => names)],
    arrays: [...unique(({ arrays }) => arrays)],
    conditions: [...unique(({ conditions }) => conditions)],
    places: [...unique(({ places }) => places)],
  };
}

function commonValues(left: Values | undefined, right: Values | undefined): Values | undefined {
  if (left === undefined || right === undefined || left === right) return left ?? right;
  return new Map([...left].filter(([text]) => right.has(text)));
}

/** Patterns that take any text. */
const TRIVIAL = new Set(["", "^", "$", ".*", "^.*", ".*$", "^.*$", "^[\\s\\S]*$", "[\\s\\S]*"]);
/** Formats that say nothing beyond the type: a JSON number is a double. */
const PLAIN_FORMATS = new Set(["double"]);

/** By pointer; of two values under one, as `nullable` taken off makes them, the last. */
const known = new WeakMap<Side, Map<string, { readonly value: JsonObject; readonly shape: Shape }>>();

/** What one written schema says by itself: its alternatives, its `nullable` and the parts of its `allOf` aside. */
export function ownShape(side: Side, place: Place): Shape {
  let shapes = known.get(side);
  if (shapes === undefined) known.set(side, (shapes = new Map()));
  const made = shapes.get(place.pointer);
  if (made?.value === place.value) return made.shape;
  const shape = readShape(side, place);
  shapes.set(place.pointer, { value: place.value, shape });
  return shape;
}

function readShape(side: Side, place: Place): Shape {
  const { value, pointer } = place;
  if (Object.keys(value).length === 0) return { ...anything, places: [place] };
  const node = (member: Json | undefined, ...keys: (string | number)[]): Node => side.node(member, below(pointer, ...keys));
  const types = typesOf(value["type"]);
  const listed = value["const"] === undefined ? value["enum"] : [value["const"]];
  const limits = new Map<LimitName, Limit & { pointer: string }>();
  for (const name of limitNames) {
    const limit = limitOf(value, name);
    if (limit !== undefined) limits.set(name, { ...limit, pointer: below(pointer, limit.keyword) });
  }
  const pattern = value["pattern"];
  const format = formatOf(value);
  const isFalse = isObject(value["not"]) && Object.keys(value["not"]).length === 0;
  let allowed: ReadonlySet<Kind> = anything.kinds;
  if (isFalse) allowed = new Set();
  else if (types === undefined) allowed = impliedKinds(value) ?? allowed;
  else allowed = new Set(types.map((type) => (type === "integer" ? "number" : type) as Kind));
  return {
    kinds: allowed,
    values: Array.isArray(listed) ? valuesOf(listed) : undefined,
    integer: types !== undefined && types.includes("integer") && !types.includes("number"),
    limits,
    multiples: typeof value["multipleOf"] === "number" && value["multipleOf"] > 0 ? [value["multipleOf"]] : [],
    patterns: typeof pattern === "string" && !TRIVIAL.has(pattern) ? [pattern] : [],
    formats: format === undefined || PLAIN_FORMATS.has(format) ? [] : [format],
    unique: value["uniqueItems"] === true,
    objects: objectPart(place, node),
    required: new Set(Array.isArray(value["required"]) ? value["required"].filter((name) => typeof name === "string") : []),
    dependent: dependentOf(value["dependentRequired"]),
    names: value["propertyNames"] === undefined ? [] : [node(value["propertyNames"], "propertyNames")],
    arrays: arrayPart(place, node),
    conditions: isFalse ? [] : conditionsOf(place, node),
    places: [place],
  };
}

/** A schema with properties is read as an object, whether or not it says so: so do the generated types. */
function impliedKinds(schema: JsonObject): Set<Kind> | undefined {
  if (isObject(schema["properties"]) || schema["additionalProperties"] !== undefined) return new Set(["object"]);
  return schema["items"] !== undefined || schema["prefixItems"] !== undefined ? new Set(["array"]) : undefined;
}

type NodeOf = (member: Json | undefined, ...keys: (string | number)[]) => Node;

function typesOf(type: Json | undefined): string[] | undefined {
  if (typeof type === "string") return [type];
  return Array.isArray(type) ? type.filter((each) => typeof each === "string") : undefined;
}

/** 3.1 says with `contentEncoding` and `contentMediaType` what 3.0 said with the formats byte and binary. */
export function formatOf(schema: Place["value"]): string | undefined {
  if (typeof schema["format"] === "string") return schema["format"];
  const { contentEncoding: encoding, contentMediaType: media } = schema;
  if (typeof encoding === "string") return encoding === "base64" ? "byte" : encoding;
  if (typeof media === "string") return media === "application/octet-stream" ? "binary" : media;
  return undefined;
}

function objectPart({ value, pointer }: Place, node: NodeOf): ObjectPart[] {
  const { properties, patternProperties, additionalProperties } = value;
  if (properties === undefined && patternProperties === undefined && additionalProperties === undefined) return [];
  const named = Object.entries(isObject(properties) ? properties : {});
  const patterned = Object.entries(isObject(patternProperties) ? patternProperties : {});
  return [
    {
      pointer,
      properties: new Map(named.map(([name, each]) => [name, node(each, "properties", name)])),
      patterns: patterned.map(([pattern, each]) => [pattern, node(each, "patternProperties", pattern)]),
      additional: additionalProperties === undefined ? undefined : node(additionalProperties, "additionalProperties"),
    },
  ];
}

function arrayPart({ value }: Place, node: NodeOf): ArrayPart[] {
  const { items, prefixItems, additionalItems } = value;
  const tuple = Array.isArray(prefixItems) ? prefixItems : Array.isArray(items) ? items : undefined;
  const key = Array.isArray(prefixItems) ? "prefixItems" : "items";
  const rest = Array.isArray(items) ? additionalItems : items;
  if (tuple === undefined && rest === undefined) return [];
  return [
    {
      prefix: (tuple ?? []).map((item, index) => node(item, key, index)),
      rest: rest === undefined ? undefined : node(rest, Array.isArray(items) ? "additionalItems" : "items"),
    },
  ];
}

function dependentOf(value: Json | undefined): Map<string, string[]> {
  const entries = Object.entries(isObject(value) ? value : {});
  return new Map(entries.map(([name, others]) => [name, Array.isArray(others) ? others.map(String) : []]));
}

function conditionsOf({ value, pointer }: Place, node: NodeOf): Condition[] {
  const found: Condition[] = [];
  const add = (keyword: string, nodes: Node[], detail: Json = null): void => {
    found.push({ keyword, pointer: below(pointer, keyword), nodes, detail: textOf(detail) });
  };
  if (value["not"] !== undefined) add("not", [node(value["not"], "not")]);
  if (value["if"] !== undefined && (value["then"] !== undefined || value["else"] !== undefined))
    add("if", [node(value["if"], "if"), node(value["then"], "then"), node(value["else"], "else")]);
  if (value["contains"] !== undefined)
    add("contains", [node(value["contains"], "contains")], [value["minContains"] ?? 1, value["maxContains"] ?? null]);
  if (isObject(value["dependentSchemas"])) {
    const entries = Object.entries(value["dependentSchemas"]);
    for (const [name, each] of entries) add("dependentSchemas", [node(each, "dependentSchemas", name)], name);
  }
  for (const keyword of ["unevaluatedItems", "unevaluatedProperties"])
    if (value[keyword] !== undefined) add(keyword, [node(value[keyword], keyword)]);
  return found;
}

/** The kinds that a shape's values are of, listed or not. */
export function kindsOf(shape: Shape): ReadonlySet<Kind> {
  if (shape.values === undefined) return shape.kinds;
  return new Set([...shape.values.values()].map(kindOf).filter((kind) => shape.kinds.has(kind)));
}
