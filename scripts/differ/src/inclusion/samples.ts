import type { Json, JsonObject } from "@x/openapi";
import { accepts } from "./accepts.ts";
import { furtherNodes, isFree, joined, nodesOf, patternNodes, propertyNames } from "../normal-form/members.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node } from "../normal-form/side.ts";
import { isIn, type Way } from "./way.ts";

const MAX_SAMPLES = 60;
const MAX_DEPTH = 3;
const MAX_VALUES = 12;
const texts = [
  "",
  "a",
  "b",
  "A",
  "z",
  "1",
  " ",
  "-",
  "x-a",
  "abc",
  "a".repeat(9),
  "2026-01-01",
  "é",
  "http://a.example",
];
const everything: Json[] = [null, true, false, 0, 1, -1, 1.5, "", "a", [], [null], ["a", "a"], {}, { extra: null }];

/**
 * Values that a sender may send, to find one that the receiver refuses: each limit and what is beside it, each listed value,
 * objects with what is required alone and with each property more. A sender sends no property that its schema does not
 * declare, unless it says so or declares none.
 *
 * @param receiver - what it knows by name or by limit is tried as well
 */
export function* samplesOf(sender: Node, receiver: Node | undefined, way: Way): Generator<Json> {
  const seen = new Set<string>();
  let count = 0;
  for (const value of candidates(sender, receiver, way, 0)) {
    if ((count += 1) > MAX_SAMPLES * 8) return;
    const text = JSON.stringify(value);
    if (seen.has(text)) continue;
    seen.add(text);
    if (accepts(sender, value, way)) yield value;
  }
}

function* candidates(sender: Node, receiver: Node | undefined, way: Way, depth: number): Generator<Json> {
  const others = receiver === undefined ? [] : [...normOf(receiver).byKind.values()].flat();
  for (const [kind, shapes] of normOf(sender).byKind) {
    for (const shape of shapes) {
      if (shape.values !== undefined) yield* [...shape.values.values()].slice(0, MAX_VALUES);
      else if (kind === "number") yield* numbers([shape, ...others]);
      else if (kind === "string") yield* strings([shape, ...others]);
      else if (kind === "array") yield* arrays(shape, others, way, depth);
      else if (kind === "object") yield* objects(shape, others, way, depth);
    }
  }
}

function* numbers(shapes: readonly Shape[]): Generator<number> {
  yield* [0, 1, -1, 1.5, 7, 1e12];
  for (const { limits, multiples, values } of shapes) {
    for (const name of ["minimum", "maximum"] as const) {
      const value = limits.get(name)?.value;
      if (value !== undefined) yield* [value, value - 1, value + 1, value - 0.5, value + 0.5];
    }
    for (const each of multiples) yield* [each, each * 2, each * 3, -each, each * 5, each * 7];
    for (const each of values?.values() ?? []) if (typeof each === "number") yield* [each, each + 1];
  }
}

function* strings(shapes: readonly Shape[]): Generator<string> {
  yield* texts;
  for (const { limits, patterns, values } of shapes) {
    for (const name of ["minLength", "maxLength"] as const) {
      const length = limits.get(name)?.value;
      if (length === undefined || length > 2_000) continue;
      for (const each of [length - 1, length, length + 1]) if (each >= 0) yield* ["a".repeat(each), "1".repeat(each)];
    }
    // What a pattern says letter by letter is often an example of it.
    for (const pattern of patterns) yield pattern.replaceAll(/[\^$\\()[\]{}*+?|]/g, "");
    for (const each of [...(values?.values() ?? [])].slice(0, MAX_VALUES)) if (typeof each === "string") yield each;
  }
}

function some(node: Node | undefined, others: readonly Node[], way: Way, depth: number): Json[] {
  if (depth >= MAX_DEPTH) return [];
  if (node === undefined) return everything;
  const found: Json[] = [];
  for (const value of candidates(node, joined(others), way, depth + 1)) {
    if (found.length >= MAX_VALUES) break;
    if (accepts(node, value, way)) found.push(value);
  }
  return found;
}

function* arrays(shape: Shape, others: readonly Shape[], way: Way, depth: number): Generator<Json[]> {
  const itemAt = (index: number): Json[] => {
    const nodes = shape.arrays.flatMap(({ prefix, rest }) => prefix[index] ?? rest ?? []);
    const hints = others.flatMap(({ arrays: parts }) =>
      parts.flatMap(({ prefix, rest }) => prefix[index] ?? rest ?? []),
    );
    return some(joined(nodes), hints, way, depth);
  };
  const lengths = new Set([0, 1, 2, 3]);
  for (const { limits } of [shape, ...others]) {
    for (const name of ["minItems", "maxItems"] as const) {
      const length = limits.get(name)?.value;
      if (length !== undefined && length < 20) for (const each of [length - 1, length, length + 1]) lengths.add(each);
    }
  }
  for (const length of lengths) {
    if (length < 0) continue;
    const choices = Array.from({ length }, (_, index) => itemAt(index));
    if (choices.some((each) => each.length === 0)) continue;
    yield choices.map((each) => each[0] as Json);
    yield choices.map((each, index) => each[index % each.length] as Json);
    const last = choices.at(-1);
    for (const each of length < 3 ? (last ?? []) : [])
      yield [...choices.slice(0, -1).map((all) => all[0] as Json), each];
  }
}

function* objects(shape: Shape, others: readonly Shape[], way: Way, depth: number): Generator<JsonObject> {
  const hints = (name: string): Node[] => others.flatMap((other) => nodesOf(other, name));
  const members = new Map<string, Json[]>();
  const names = new Set([...propertyNames(shape), ...shape.required]);
  for (const name of names) {
    const node = joined(nodesOf(shape, name));
    if (node === undefined || isIn(node, way)) members.set(name, some(node, hints(name), way, depth));
  }
  const least: JsonObject = {};
  for (const name of shape.required) {
    const [first] = members.get(name) ?? [];
    if (first !== undefined) least[name] = first;
  }
  yield { ...least };
  const full = { ...least };
  for (const [name, values] of members) {
    for (const value of values) yield { ...least, [name]: value };
    if (values[0] !== undefined) full[name] = values[0];
  }
  yield full;
  for (const name of members.keys()) {
    const { [name]: _, ...rest } = full;
    yield rest;
  }
  for (const [pattern, node] of patternNodes(shape)) {
    const name = pattern.replaceAll(/[\^$\\()[\]{}*+?|.]/g, "");
    for (const value of some(node, hints(name), way, depth)) yield { ...least, [name]: value };
  }
  const further = furtherNodes(shape);
  if (further.length === 0 && !isFree(shape)) return;
  const unnamed = new Set(["extra", "a1", ...others.flatMap((other) => [...propertyNames(other), ...other.required])]);
  for (const name of unnamed) {
    if (names.has(name)) continue;
    for (const value of some(joined(nodesOf(shape, name)), hints(name), way, depth)) yield { ...least, [name]: value };
  }
  const many: JsonObject = { ...least };
  for (const index of [1, 2, 3, 4, 5, 6]) {
    many[`extra${index}`] = some(joined(further), [], way, depth)[0] ?? null;
    yield { ...many };
  }
}
