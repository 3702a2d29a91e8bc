import { below, isObject, type Json } from "@x/openapi";
import { isIn, type Way } from "./way.ts";
import { nodeAt } from "../normal-form/members.ts";
import { normOf } from "../normal-form/norm.ts";
import { fits, patternOf } from "../normal-form/scalars.ts";
import { ownShape } from "../normal-form/own-shape.ts";
import type { Node, Place, Side } from "../normal-form/side.ts";
import { kindOf, textOf } from "../normal-form/values.ts";

/** Deeper in each other than any witness is. */
const MAX_DEPTH = 60;

/** Whether a schema takes a value, by what is written and by no normal form. Formats are but words here. */
export function accepts(node: Node, value: Json, way: Way, isLax = false): boolean {
  return takes(node, value, { way, isLax, told: new Map() }, 0, node);
}

interface How {
  readonly way: Way;
  /** Whether one or more alternatives of a `oneOf` may fit. */
  readonly isLax: boolean;
  /** What unions said of a value: those inside each other would be asked twice as often with each that is around them. */
  readonly told: Map<Node, Map<Json, boolean>>;
}

function takes(node: Node, value: Json, how: How, depth: number, whole: Node): boolean {
  if (depth > MAX_DEPTH) return true;
  const places = placesOf(node);
  const look = (): boolean => places.every((place) => takesPlace(node.side, place, value, how, depth, whole));
  if (whole !== node || !places.some(({ value: schema }) => schema["anyOf"] ?? schema["oneOf"])) return look();
  let told = how.told.get(node);
  if (told === undefined) how.told.set(node, (told = new Map()));
  let answer = told.get(value);
  if (answer === undefined) told.set(value, (answer = look()));
  return answer;
}

const parts = new WeakMap<Node, readonly Place[]>();

/** The places of a schema and those of all parts of its `allOf`, however long the chain. */
function placesOf(node: Node): readonly Place[] {
  let places = parts.get(node);
  if (places === undefined) {
    const found = new Map<string, Place>();
    const waiting = [...node.places];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      if (found.has(place.pointer)) continue;
      found.set(place.pointer, place);
      const { value, pointer } = place;
      // Where null is put beside a whole, its parts need not be kept.
      if (value["nullable"] === true || !Array.isArray(value["allOf"])) continue;
      for (const [index, part] of value["allOf"].entries())
        waiting.push(...node.side.schema(part, below(pointer, "allOf", index)));
    }
    parts.set(node, (places = [...found.values()]));
  }
  return places;
}

/** How much was looked at: samples are made as long as that is little. */
export const work = { done: 0 };

/** @param whole - of which the place is a part: a property that is demanded here may be described there */
function takesPlace(side: Side, place: Place, value: Json, how: How, depth: number, whole: Node): boolean {
  work.done += 1;
  const { value: schema, pointer } = place;
  if (schema["nullable"] === true && value === null) return true;
  const takesInner = (node: Node, what: Json): boolean => takes(node, what, how, depth + 1, node);
  const inner = (written: Json | undefined, what: Json, ...keys: (string | number)[]): boolean =>
    takesInner(side.node(written, below(pointer, ...keys)), what);
  const list = (keyword: string): Json[] => (Array.isArray(schema[keyword]) ? schema[keyword] : []);
  const shape = ownShape(side, place);
  if (!shape.kinds.has(kindOf(value)) || shape.values?.has(textOf(value)) === false || !fits(shape, value))
    return false;
  if (schema["nullable"] === true) {
    const nodes = list("allOf").map((part, index) => side.node(part, below(pointer, "allOf", index)));
    if (!nodes.every((part) => takes(part, value, how, depth + 1, whole))) return false;
  }
  if (list("anyOf").length > 0 && !list("anyOf").some((part, index) => inner(part, value, "anyOf", index)))
    return false;
  const fitting = list("oneOf").filter((part, index) => inner(part, value, "oneOf", index)).length;
  if (list("oneOf").length > 0 && (how.isLax ? fitting === 0 : fitting !== 1)) return false;
  if (schema["not"] !== undefined && inner(schema["not"], value, "not")) return false;
  if (schema["if"] !== undefined) {
    const branch = inner(schema["if"], value, "if") ? "then" : "else";
    if (schema[branch] !== undefined && !inner(schema[branch], value, branch)) return false;
  }
  const limit = (name: "minItems" | "maxItems" | "minProperties" | "maxProperties", otherwise: number): number =>
    shape.limits.get(name)?.value ?? otherwise;
  if (Array.isArray(value)) {
    if (value.length < limit("minItems", 0) || value.length > limit("maxItems", Infinity)) return false;
    if (shape.unique && new Set(value.map(textOf)).size < value.length) return false;
    for (const { prefix, rest } of shape.arrays) {
      for (const [index, item] of value.entries()) {
        const node = prefix[index] ?? rest;
        if (node !== undefined && !takesInner(node, item)) return false;
      }
    }
    if (schema["contains"] === undefined) return true;
    const found = value.filter((item) => inner(schema["contains"], item, "contains")).length;
    return found >= Number(schema["minContains"] ?? 1) && found <= Number(schema["maxContains"] ?? Infinity);
  }
  if (!isObject(value)) return true;
  const names = Object.keys(value);
  if (names.length < limit("minProperties", 0) || names.length > limit("maxProperties", Infinity)) return false;
  for (const name of shape.required) {
    if (Object.hasOwn(value, name)) continue;
    const isExcused = (normOf(whole).byKind.get("object") ?? []).some((each) => {
      const property = nodeAt(each, name);
      return property !== undefined && !isIn(property, how.way);
    });
    if (!isExcused) return false;
  }
  for (const [name, others] of shape.dependent)
    if (Object.hasOwn(value, name) && !others.every((other) => Object.hasOwn(value, other))) return false;
  for (const each of shape.names) if (!names.every((name) => takesInner(each, name))) return false;
  for (const [name, each] of Object.entries(isObject(schema["dependentSchemas"]) ? schema["dependentSchemas"] : {}))
    if (Object.hasOwn(value, name) && !inner(each, value, "dependentSchemas", name)) return false;
  for (const { properties, patterns, additional } of shape.objects) {
    for (const name of names) {
      const nodes = patterns.filter(([pattern]) => patternOf(pattern)?.test(name) === true).map(([, node]) => node);
      const own = properties.get(name);
      if (own !== undefined) nodes.push(own);
      if (nodes.length === 0 && additional !== undefined) nodes.push(additional);
      if (!nodes.every((node) => takesInner(node, value[name] ?? null))) return false;
    }
  }
  return true;
}
