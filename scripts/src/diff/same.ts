import { compareSchema } from "./schema.ts";
import { Walk } from "./scope.ts";
import { placesKey } from "./shape.ts";
import type { Place } from "./side.ts";

/** Whether two schemas say the same of data, whatever their names and their documentation. */
export function sameSchema(walk: Walk, old: Place[], next: Place[]): boolean {
  return same(walk, `${placesKey(old)} ${placesKey(next)}`, (trial) => {
    compareSchema(trial.root("same", "response"), old, next);
  });
}

/**
 * Whether a comparison made on trial finds nothing but documentation. A question that comes up again while it is being answered
 * (schemas that hold themselves) is answered by yes: no difference was met on the way round.
 */
export function same(walk: Walk, key: string, compare: (trial: Walk) => void): boolean {
  if (walk.same.has(key)) return walk.same.get(key) ?? true;
  walk.same.set(key, undefined);
  const trial = new Walk(walk.old, walk.next, walk.same, walk.pairs);
  compare(trial);
  const answer = [...trial.nodes.values()].every(({ findings }) =>
    findings.every(({ id }) => id === "documentation-changed"),
  );
  walk.same.set(key, answer);
  return answer;
}
