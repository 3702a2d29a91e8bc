import { compareAlternatives } from "./alternatives.ts";
import { compareDiscriminators } from "./discriminators.ts";
import { compareTypes } from "./types-of-values.ts";
import { compareValues } from "./values.ts";
import { compareWords } from "./words.ts";
import type { Scope } from "../document/scope.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Node } from "../normal-form/side.ts";

/**
 * Compares two schemas in the scope's direction, and all they reach. Each pair is compared once per direction, which is also
 * what ends recursion. For a component that nothing uses the comparison stops at other components: each has its own turn.
 *
 * @throws {Problem} when a reference dangles
 */
export function compareSchema(scope: Scope, old: Node, next: Node): void {
  if (scope.walk.isSame(old, next)) return;
  if (scope.direction === "component" && isPairOfComponents(scope, old, next)) return;
  enter(scope, old, next);
}

/** Compares two schemas that an operation names: what the whole allows is judged as well as what changed in it. */
export function compareEntry(scope: Scope, old: Node, next: Node): void {
  if (scope.walk.isSame(old, next)) return;
  scope.walk.entries.push({ scope, old, next });
  enter(scope, old, next);
}

/** What `compareSchema` does of two components, that stop at no component. */
export function compareComponent(scope: Scope, old: Node, next: Node): void {
  if (!scope.walk.isSame(old, next)) enter(scope, old, next);
}

function enter(scope: Scope, old: Node, next: Node): void {
  scope.enter("schema", old.key, next.key, (inner) => {
    compareNodes(inner.answering(inner.walk.answer(inner.direction, old, next)), old, next);
  });
}

function compareNodes(scope: Scope, oldNode: Node, nextNode: Node): void {
  const [old, next] = [normOf(oldNode), normOf(nextNode)];
  compareWords(scope, old, next);
  if (old.isVast || next.isVast) {
    if (scope.walk.areEqual(oldNode, nextNode)) return;
    const where = next.places[0]?.pointer ?? "";
    scope.report("not-compared", where, `${scope.name(where)} can't be compared: its alternatives are too many.`);
    return;
  }
  compareDiscriminators(scope, old, next);
  if (!compareTypes(scope, old, next)) return;
  compareValues(scope, old, next);
  compareAlternatives(scope, old, next, compareSchema);
}

function isPairOfComponents(scope: Scope, old: Node, next: Node): boolean {
  const [oldHome] = old.places;
  const [nextHome] = next.places;
  if (oldHome === undefined || nextHome === undefined) return false;
  return old.places.length === next.places.length && scope.walk.pairs.get(oldHome.pointer) === nextHome.pointer;
}
