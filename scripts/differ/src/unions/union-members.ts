import { sameSchema } from "../schema/same.ts";
import type { Walk } from "../document/scope.ts";
import { type Shape, shapeOf } from "../schema/shape.ts";
import type { Member } from "./union.ts";
import { without } from "../schema/value-set.ts";

export interface Matched {
  pairs: [Member, Member][];
  removed: Member[];
  added: Member[];
}

/**
 * Which alternatives of two unions are the same one: those referred to by one name (or by a component's old and new name),
 * then those that say the same, then those that are most alike. Their order means nothing.
 */
export function matchMembers(walk: Walk, old: readonly Member[], next: readonly Member[]): Matched {
  const removed = [...old];
  const added = [...next];
  const pairs: [Member, Member][] = [];
  const pairUp = (score: (before: Member, after: Member) => number): void => {
    for (const before of removed.slice()) {
      let best: Member | undefined;
      let highest = 0;
      for (const after of added) {
        const reached = score(before, after);
        if (reached > highest) [best, highest] = [after, reached];
      }
      if (best === undefined) continue;
      pairs.push([before, best]);
      removed.splice(removed.indexOf(before), 1);
      added.splice(added.indexOf(best), 1);
    }
  };
  pairUp((before, after) => Number(isSameName(walk, before, after)));
  pairUp((before, after) => Number(sameSchema(walk, before.places, after.places)));
  pairUp((before, after) => likeness(walk, before, after));
  return { pairs, removed, added };
}

function isSameName(walk: Walk, before: Member, after: Member): boolean {
  if (before.reference === undefined || after.reference === undefined) return false;
  if (before.reference === after.reference) return true;
  return walk.pairs.get(before.reference.slice(1)) === after.reference.slice(1);
}

/**
 * How much two alternatives have in common, 0 being nothing that matters. Objects must share most property names, and where both
 * fix one by a constant (a tag), one of its values; anything else must share its type.
 */
function likeness(walk: Walk, before: Member, after: Member): number {
  const old = shapeOf(walk.old, before.places);
  const next = shapeOf(walk.next, after.places);
  if (old.unions.length > 0 || next.unions.length > 0) return 0;
  const types = [...(old.types ?? [])];
  if (!types.some((type) => next.types?.has(type))) return 0;
  if (!types.includes("object")) return 1;
  const names = [...old.properties.keys()];
  const shared = names.filter((name) => next.properties.has(name));
  if (shared.some((name) => haveOtherTags(walk, old, next, name))) return 0;
  const all = new Set([...names, ...next.properties.keys()]).size;
  if (all === 0) return 1;
  const fewest = Math.min(names.length, next.properties.size);
  return shared.length * 2 > all || shared.length === fewest ? shared.length / all : 0;
}

function haveOtherTags(walk: Walk, old: Shape, next: Shape, name: string): boolean {
  const before = shapeOf(walk.old, old.properties.get(name)?.places ?? []).values;
  const after = shapeOf(walk.next, next.properties.get(name)?.places ?? []).values;
  return before !== undefined && after !== undefined && without(before, after).length === before.length;
}
