import { compareSchema } from "./schema.ts";
import { Walk } from "../document/scope.ts";
import { placesKey } from "./shape.ts";
import type { Place } from "../document/side.ts";

/**
 * Whether two schemas say the same of data, whatever their documentation. What their components hold counts for those: a
 * reference is the same where it is to the same component. A question that comes up again while it is being answered
 * (schemas that hold themselves) is answered by yes: no difference was met on the way round.
 */
export function sameSchema(walk: Walk, old: Place[], next: Place[]): boolean {
  const key = `${placesKey(old)} ${placesKey(next)}`;
  if (walk.same.has(key)) return walk.same.get(key) ?? true;
  walk.same.set(key, undefined);
  const trial = new Walk(walk.old, walk.next, walk.same, walk.pairs);
  compareSchema(trial.root("same", "component"), old, next);
  trial.drain();
  const answer = [...trial.nodes.values()].every(({ findings }) =>
    findings.every(({ kind }) => kind === "documentation-changed"),
  );
  walk.same.set(key, answer);
  return answer;
}
