import type { Json, JsonObject } from "@x/openapi";
import type { Maker } from "./maker.ts";
import {
  furtherNodes,
  isFree,
  joined,
  nodeAt,
  nodesOf,
  patternNodes,
  propertyNames,
} from "../../normal-form/members.ts";
import type { Shape } from "../../normal-form/shape.ts";
import type { Node } from "../../normal-form/side.ts";
import { isIn } from "../way.ts";

/** Of objects with more properties, those are tried first that are known to be refused. */
const MAX_NAMES = 60;

/** Objects of a shape: what is required alone, with each property more, with all, with what the receiver knows by name. */
export function* objectsOf(maker: Maker, shape: Shape, others: readonly Shape[]): Generator<JsonObject> {
  const hints = (name: string): Node[] => others.flatMap((other) => nodesOf(other, name));
  const made = new Map<string, Json[]>();
  const valuesOf = (name: string): Json[] => {
    let values = made.get(name);
    if (values === undefined) made.set(name, (values = maker.some(nodeAt(shape, name), hints(name))));
    return values;
  };
  const refusedOf = (name: string): Json[] => {
    const node = nodeAt(shape, name);
    return others.flatMap((other) => {
      const asked = nodeAt(other, name);
      const refused = asked === undefined ? undefined : maker.known(node, asked);
      return refused === undefined ? [] : [refused];
    });
  };
  const names = new Set(
    [...propertyNames(shape), ...shape.required].filter((name) => {
      const node = nodeAt(shape, name);
      return node === undefined || isIn(node, maker.way);
    }),
  );
  const isOpen = furtherNodes(shape).length > 0 || isFree(shape);
  const withFirst = (object: JsonObject, wanted: Iterable<string>): JsonObject => {
    const filled = { ...object };
    for (const name of wanted) {
      const [first] = Object.hasOwn(filled, name) ? [] : valuesOf(name);
      if (first !== undefined) filled[name] = first;
    }
    return filled;
  };
  /** The least object that has such a member: with what has to stand beside it. */
  const having = (name: string, value: Json): JsonObject =>
    withFirst(
      { ...least, [name]: value },
      (shape.dependent.get(name) ?? []).filter((other) => isOpen || names.has(other)),
    );
  const least = withFirst(
    {},
    [...shape.required].filter((name) => names.has(name)),
  );
  yield least;
  const refused = [...names].flatMap((name) => refusedOf(name).map((value) => [name, value] as const));
  for (const [name, value] of refused) yield having(name, value);
  const unnamed = new Set(["extra", "a1", ...others.flatMap((other) => [...propertyNames(other), ...other.required])]);
  for (const [pattern, node] of patternNodes(shape)) {
    const name = pattern.replaceAll(/[\^$\\()[\]{}*+?|.]/g, "");
    for (const value of [...refusedOf(name), ...maker.some(node, hints(name))]) yield having(name, value);
  }
  if (isOpen) for (const name of unnamed) for (const value of refusedOf(name)) yield having(name, value);
  const full = withFirst(least, [...names].slice(0, MAX_NAMES));
  yield full;
  for (const [name, value] of refused) yield { ...full, [name]: value };
  const tried = [...names].slice(0, MAX_NAMES);
  for (const name of tried) for (const value of valuesOf(name)) yield having(name, value);
  for (const name of tried) {
    const { [name]: _, ...rest } = full;
    yield rest;
    for (const value of valuesOf(name)) yield { ...full, [name]: value };
  }
  if (!isOpen) return;
  for (const name of unnamed) {
    if (names.has(name)) continue;
    for (const value of valuesOf(name)) yield having(name, value);
  }
  const many: JsonObject = { ...least };
  for (const index of [1, 2, 3, 4, 5, 6]) {
    const [first] = maker.some(joined(furtherNodes(shape)), []);
    many[`x${index}`] = first ?? null;
    yield { ...many };
  }
}
