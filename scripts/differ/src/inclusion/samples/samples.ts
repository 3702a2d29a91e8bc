import type { Json } from "@x/openapi";
import { accepts, work } from "../accepts.ts";
import type { Maker } from "./maker.ts";
import { objectsOf } from "./objects.ts";
import { arraysOf } from "./arrays.ts";
import { numbersOf, textsOf } from "./scalars.ts";
import { joined } from "../../normal-form/members.ts";
import { normOf } from "../../normal-form/norm.ts";
import type { Shape } from "../../normal-form/shape.ts";
import type { Node } from "../../normal-form/side.ts";
import type { Kind } from "../../normal-form/values.ts";
import type { Way } from "../way.ts";

/** Of one alternative. */
const MAX_SAMPLES = 480;
/** Written schemas that are looked at, and samples that are made, to find an example for one pair. */
const MAX_WORK = 20_000;
/** Samples that are tried in any case: those that are known to be refused inside come first. */
const FIRST = 8;
const MAX_DEPTH = 3;
const MAX_VALUES = 12;
const everything: Json[] = [null, true, false, 0, 1, -1, 1.5, "", "a", [], [null], ["a", "a"], {}, { extra: null }];

/** Finds a value that is known to be sent and refused, for schemas inside others. */
export type Known = (sender: Node, receiver: Node) => Json | undefined;

export interface Sample {
  readonly value: Json;
  /** The alternative that it was made for. */
  readonly shape: Shape;
}

/**
 * Values that a sender may send, to find one that the receiver refuses: each limit and what is beside it, each listed value,
 * objects with what is required alone and with each property more. A sender sends no property that its schema does not
 * declare, unless it says so or declares none.
 *
 * @param receiver - what it knows by name or by limit is tried as well
 */
export function* samplesOf(
  sender: Node,
  receiver: Node | undefined,
  suspects: ReadonlySet<Shape>,
  way: Way,
  known: Known,
): Generator<Sample> {
  const seen = new Set<string>();
  const start = work.done;
  let count = 0;
  let last: Shape | undefined;
  for (const sample of candidates(sender, receiver, way, known, 0, suspects)) {
    if (sample.shape !== last) count = 0;
    last = sample.shape;
    if (work.done - start > MAX_WORK && count > FIRST) return;
    if ((count += 1) > MAX_SAMPLES) continue;
    const text = JSON.stringify(sample.value);
    if (seen.has(text)) continue;
    seen.add(text);
    if (accepts(sender, sample.value, way)) yield sample;
  }
}

function* candidates(
  sender: Node,
  receiver: Node | undefined,
  way: Way,
  known: Known,
  depth: number,
  suspects: ReadonlySet<Shape> = new Set(),
): Generator<Sample> {
  const others = receiver === undefined ? [] : shapesOf(receiver);
  const maker: Maker = {
    way,
    known: (node, hint) => (node === undefined ? undefined : known(node, hint)),
    some: (node, hints) => some(node, hints, way, known, depth),
  };
  for (const [kind, shapes] of normOf(sender).byKind) {
    for (const shape of shapes) {
      if (suspects.size > 0 && !suspects.has(shape)) continue;
      // What a condition speaks of is worth a try.
      const hinted = [shape, ...others, ...[shape, ...others].flatMap(spokenOf)];
      work.done += hinted.length;
      for (const value of valuesOf(kind, shape, hinted, others, maker)) {
        work.done += 1;
        yield { value, shape };
      }
    }
  }
}

function valuesOf(
  kind: Kind,
  shape: Shape,
  hinted: readonly Shape[],
  others: readonly Shape[],
  maker: Maker,
): Iterable<Json> {
  if (shape.values !== undefined) return [...shape.values.values()].slice(0, MAX_VALUES);
  if (kind === "number") return numbersOf(hinted);
  if (kind === "string") return textsOf(hinted);
  if (kind === "array") return arraysOf(maker, shape, others);
  return kind === "object" ? objectsOf(maker, shape, others) : [];
}

function shapesOf(node: Node): Shape[] {
  return [...normOf(node).byKind.values()].flat();
}

function spokenOf({ conditions }: Shape): Shape[] {
  return conditions.flatMap(({ keyword, nodes }) => (keyword === "not" ? nodes.flatMap(shapesOf) : []));
}

function some(node: Node | undefined, hints: readonly Node[], way: Way, known: Known, depth: number): Json[] {
  if (depth >= MAX_DEPTH) return [];
  if (node === undefined) return everything;
  const found: Json[] = [];
  for (const { value } of candidates(node, joined(hints), way, known, depth + 1)) {
    if (found.length >= MAX_VALUES) break;
    if (accepts(node, value, way)) found.push(value);
  }
  return found;
}
