import { fromAnything, type Answer, type Inner } from "./answer.ts";
import { keepsLimits } from "./scalars.ts";
import { joined } from "../normal-form/members.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node } from "../normal-form/side.ts";

/** Whether the arrays of one shape are all arrays of another. */
export function arrayIncluded(from: Shape, to: Shape, includes: Inner): Answer {
  let answer: Answer = "yes";
  const longest = from.limits.get("maxItems")?.value ?? Infinity;
  const asked = to.limits.get("minItems")?.value ?? 0;
  if (!keepsLimits(from, to, ["maxItems"]) || (from.limits.get("minItems")?.value ?? 0) < asked) answer = "unknown";
  if (to.unique && !from.unique && longest > 1) answer = "unknown";
  const places = Math.max(...[from, to].flatMap(({ arrays }) => arrays.map(({ prefix }) => prefix.length)), 0);
  // One more than those that have a place of their own stands for all the rest.
  for (let index = 0; index <= places && index < longest; index += 1) {
    const asks = itemAt(to, index);
    if (asks === undefined) continue;
    const sent = itemAt(from, index);
    // What is not described may be anything.
    const each: Answer = sent === undefined ? fromAnything(asks) : includes(sent, asks);
    // An item that would not be taken is only sent where so many items are.
    if (each !== "yes") answer = "unknown";
  }
  return answer;
}

/** What a shape says of the item at a place. */
export function itemAt({ arrays }: Shape, index: number): Node | undefined {
  return joined(arrays.flatMap(({ prefix, rest }) => prefix[index] ?? rest ?? []));
}
