import { maySendMore, nodeAt } from "../normal-form/members.ts";
import { normOf } from "../normal-form/norm.ts";
import { crosses } from "../normal-form/limits.ts";
import { fits } from "../normal-form/scalars.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node } from "../normal-form/side.ts";
import type { Kind } from "../normal-form/values.ts";

const MAX_DEPTH = 3;

/** Whether no value fits both schemas, as far as that can be told: false may mean that it can't. */
export function areDisjoint(left: Node, right: Node, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const [one, other] = [normOf(left), normOf(right)];
  if (one.isVast || other.isVast) return false;
  for (const [kind, shapes] of one.byKind) {
    for (const shape of shapes) {
      for (const against of other.byKind.get(kind) ?? [])
        if (!areDisjointShapes(kind, shape, against, false, depth)) return false;
    }
  }
  return true;
}

/**
 * Whether no value of a kind fits both shapes.
 *
 * @param isSender - whether the first sends: it sends what it declares, so that what the other demands beside that never comes
 */
export function areDisjointShapes(kind: Kind, one: Shape, other: Shape, isSender: boolean, depth = 0): boolean {
  if (one.values !== undefined) {
    return [...one.values].every(([text, value]) =>
      other.values === undefined ? !fits(other, value) : !other.values.has(text),
    );
  }
  if (other.values !== undefined) return [...other.values.values()].every((value) => !fits(one, value));
  const isPast = (
    low: "minimum" | "minLength" | "minItems" | "minProperties",
    high: "maximum" | "maxLength" | "maxItems" | "maxProperties",
  ): boolean => {
    const past = (from: Shape, to: Shape): boolean => crosses(from, to, low, high);
    return past(one, other) || past(other, one);
  };
  if (kind === "number") return isPast("minimum", "maximum");
  if (kind === "string") return isPast("minLength", "maxLength");
  if (kind === "array") return isPast("minItems", "maxItems");
  if (kind !== "object") return false;
  if (isPast("minProperties", "maxProperties")) return true;
  for (const name of new Set([...one.required, ...other.required])) {
    const mine = nodeAt(one, name);
    const theirs = nodeAt(other, name);
    if (other.required.has(name) && mine === undefined && isSender && !maySendMore(one)) return true;
    if ([mine, theirs].some((node) => node !== undefined && normOf(node).byKind.size === 0)) return true;
    // One demands it: where the other takes no such value, none fits both, whether or not the other demands it.
    if (mine !== undefined && theirs !== undefined && areDisjoint(mine, theirs, depth + 1)) return true;
  }
  return false;
}
