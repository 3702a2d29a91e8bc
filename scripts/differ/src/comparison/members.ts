import { homeOf } from "./compare.ts";
import type { Walk } from "../document/scope.ts";
import { propertyNames, valuesAt } from "../normal-form/members.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node, Side } from "../normal-form/side.ts";
import type { Kind } from "../normal-form/values.ts";

interface Matched {
  readonly pairs: [Shape, Shape][];
  readonly removed: Shape[];
  readonly added: Shape[];
}

/**
 * Which alternatives of two unions are the same one: those referred to by one name (or by a component's old and new name),
 * then those that allow the same, then those that are most alike. Their order means nothing.
 */
export function matchMembers(walk: Walk, kind: Kind, old: readonly Shape[], next: readonly Shape[]): Matched {
  const removed = [...old];
  const added = [...next];
  const pairs: [Shape, Shape][] = [];
  const pairUp = (score: (before: Shape, after: Shape) => number): void => {
    for (const before of removed.slice()) {
      let best: Shape | undefined;
      let highest = 0;
      for (const after of added) {
        const reached = score(before, after);
        if (reached > highest) [best, highest] = [after, reached];
        if (reached >= 1) break;
      }
      if (best === undefined) continue;
      pairs.push([before, best]);
      removed.splice(removed.indexOf(before), 1);
      added.splice(added.indexOf(best), 1);
    }
  };
  if (old.length === 1 && next.length === 1) pairUp(() => 1);
  pairUp((before, after) => Number(walk.pairs.get(homeOf(before)) === homeOf(after)));
  // An object that describes other properties may allow the same, and is another one.
  const isEqual = (before: Shape, after: Shape): boolean =>
    likeness(kind, before, after) > 0 && walk.areEqual(nodeOf(walk.old, before), nodeOf(walk.next, after));
  pairUp((before, after) => Number(isEqual(before, after)));
  pairUp((before, after) => likeness(kind, before, after));
  return { pairs, removed, added };
}

function nodeOf(side: Side, { places }: Shape): Node {
  return side.nodeOf(places.filter(({ value }) => !value["oneOf"] && !value["anyOf"]));
}

/**
 * How much two alternatives have in common, 0 being nothing that matters. Objects must share most property names, and where both
 * fix one by a constant (a tag), one of its values.
 */
function likeness(kind: Kind, old: Shape, next: Shape): number {
  if (kind !== "object") return 1;
  const names = [...propertyNames(old)];
  const others = new Set(propertyNames(next));
  const shared = names.filter((name) => others.has(name));
  if (shared.some((name) => haveOtherTags(old, next, name))) return 0;
  const all = new Set([...names, ...others]).size;
  // Of two that describe the same, the one that demands the same is more alike.
  const demands = [...old.required].filter((name) => next.required.has(name)).length === old.required.size ? 1 : 0.9;
  if (all === 0) return demands;
  const fewest = Math.min(names.length, others.size);
  return shared.length * 2 > all || shared.length === fewest ? ((shared.length + 1) / (all + 1)) * demands : 0;
}

function haveOtherTags(old: Shape, next: Shape, name: string): boolean {
  const [before, after] = [valuesAt(old, name), valuesAt(next, name)];
  return before !== undefined && after !== undefined && ![...before].some((text) => after.has(text));
}
