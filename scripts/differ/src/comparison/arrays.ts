import { below } from "@x/openapi";
import { type Compare, homeOf } from "./compare.ts";
import type { Scope } from "../document/scope.ts";
import { joined } from "../normal-form/members.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node, Side } from "../normal-form/side.ts";

/** Compares the items of two arrays: those that have a place of their own, and all others. */
export function compareArrays(scope: Scope, old: Shape, next: Shape, compare: Compare): void {
  const [one, other] = [restOf(old), restOf(next)];
  // No `items` is `items: {}`: anything.
  if (one !== undefined || other !== undefined)
    compare(scope, one ?? anyItem(scope.walk.old, old), other ?? anyItem(scope.walk.next, next));
  const [before, after] = [placesOf(old), placesOf(next)];
  if (before !== after) {
    const where = homeOf(next);
    scope.report(
      "type-changed",
      where,
      `${scope.name(where)} has ${after} instead of ${before} items with a place of their own.`,
    );
    return;
  }
  for (let index = 0; index < before; index += 1) {
    const [item, now] = [itemAt(old, index), itemAt(next, index)];
    if (item !== undefined && now !== undefined) compare(scope, item, now);
  }
}

function restOf({ arrays }: Shape): Node | undefined {
  return joined(arrays.flatMap(({ rest }) => rest ?? []));
}

function placesOf({ arrays }: Shape): number {
  return Math.max(0, ...arrays.map(({ prefix }) => prefix.length));
}

function itemAt({ arrays }: Shape, index: number): Node | undefined {
  return joined(arrays.flatMap(({ prefix }) => prefix[index] ?? []));
}

function anyItem(side: Side, shape: Shape): Node {
  return side.node({}, below(homeOf(shape), "items"));
}
