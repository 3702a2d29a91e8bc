import type { Json } from "@x/openapi";
import type { Maker } from "./maker.ts";
import { itemAt } from "../arrays.ts";
import type { Shape } from "../../normal-form/shape.ts";

/** Longer arrays are not made. */
const MAX_LENGTH = 20;

/** Arrays of a shape: of each length that matters, and with each item that is known or likely to be refused. */
export function* arraysOf(maker: Maker, shape: Shape, others: readonly Shape[]): Generator<Json[]> {
  const made = new Map<number, Json[]>();
  const places = Math.max(0, ...[shape, ...others].flatMap(({ arrays }) => arrays.map(({ prefix }) => prefix.length)));
  // Items beyond those that have a place of their own are alike.
  const itemsAt = (index: number): Json[] => {
    const place = Math.min(index, places);
    let items = made.get(place);
    if (items === undefined) {
      const hints = others.flatMap((other) => itemAt(other, place) ?? []);
      const node = itemAt(shape, place);
      const refused = hints.flatMap((hint) => maker.known(node, hint) ?? []);
      const held = shape.conditions.flatMap(({ keyword, nodes }) =>
        keyword === "contains" ? maker.some(nodes[0], node === undefined ? [] : [node]) : [],
      );
      made.set(place, (items = [...refused, ...maker.some(node, hints), ...held]));
    }
    return items;
  };
  const lengths = new Set([0, 1, 2, 3]);
  for (const { limits } of [shape, ...others]) {
    for (const name of ["minItems", "maxItems"] as const) {
      const length = limits.get(name)?.value;
      if (length !== undefined && length < MAX_LENGTH)
        for (const each of [length - 1, length, length + 1]) lengths.add(each);
    }
  }
  for (const length of lengths) {
    if (length < 0) continue;
    const choices = Array.from({ length }, (_, index) => itemsAt(index));
    if (choices.some((each) => each.length === 0)) continue;
    yield choices.map((each) => each[0] as Json);
    yield choices.map((each, index) => each[index % each.length] as Json);
    yield choices.map((each, index) => each[(index + 1) % each.length] as Json);
    const base = choices.map((each, index) => each[(index + 2) % each.length] as Json);
    for (const [index, items] of choices.slice(0, 3).entries())
      for (const item of items) yield base.map((each, at) => (at === index ? item : each));
  }
}
