import { compareArrays } from "./arrays.ts";
import { type Compare, homeOf } from "./compare.ts";
import { compareConstraints } from "./constraints.ts";
import { overlapsAmong } from "../inclusion/overlaps.ts";
import { matchMembers } from "./members.ts";
import { isTaggedBy, nameAlternative, ownPlaces } from "./wording.ts";
import { compareObjects } from "./objects.ts";
import type { Scope } from "../document/scope.ts";
import { isNamed, propertyNames } from "../normal-form/members.ts";
import type { Norm } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import { kinds, type Kind } from "../normal-form/values.ts";

/** Compares what two schemas say of each kind of value that both allow. */
export function compareAlternatives(scope: Scope, old: Norm, next: Norm, compare: Compare): void {
  for (const kind of kinds) {
    const [before, after] = [openOf(old, kind), openOf(next, kind)];
    if (before.length === 0 || after.length === 0) continue;
    const isTagged = kind === "object" && before.length > 1 && isTaggedBy(before);
    const { pairs, added, removed } = matchMembers(scope.walk, kind, before, after);
    // What moved between the alternatives and what stands beside them is the same in the whole.
    const isMoved = kind === "object" && movesBeside(old, next, before, after);
    let isBaseDue = old.isWrapped === next.isWrapped;
    for (const [one, other] of pairs) {
      if (isMoved) compareShapes(scope, kind, one, other, compare);
      if (isMoved || comparePair(scope, kind, one, other, old, next, compare)) continue;
      // The alternatives were compared by themselves: what stands beside them is compared once.
      if (isBaseDue) compareShapes(scope, kind, old.base, next.base, compare);
      isBaseDue = false;
    }
    const name = scope.name(homeOf(next));
    for (const member of added) {
      const isLikeTagged = isTagged && isTaggedBy([...before, member]);
      const text = `${name} may be ${nameAlternative(kind, member)} now.`;
      scope.report(isLikeTagged ? "tagged-member-added" : "union-member-added", homeOf(member), text);
    }
    for (const member of removed)
      scope.report("union-member-removed", homeOf(member), `${name} is no longer ${nameAlternative(kind, member)}.`);
  }
  const [was, is] = [old, next].map(overlaps);
  const isUnion = [old, next].every(({ byKind }) => [...byKind.values()].flat().length > 1);
  if (was === is || !isUnion) return;
  const text = `Of the alternatives of ${scope.name(homeOf(next))}, ${is ? "exactly one" : "one or more"} must fit now.`;
  scope.report(is ? "union-tightened" : "union-loosened", homeOf(next), text);
}

/** Whether a property stands beside the alternatives on one side, and in one of them on the other. */
function movesBeside(old: Norm, next: Norm, before: readonly Shape[], after: readonly Shape[]): boolean {
  const leaves = (from: Norm, to: Norm, shapes: readonly Shape[]): boolean =>
    [...propertyNames(from.base)].some(
      (name) => !isNamed(to.base, name) && shapes.some((shape) => isNamed(shape, name)),
    );
  return leaves(old, next, after) || leaves(next, old, before);
}

/** Whether a value might fit two alternatives of which it must fit one alone. */
function overlaps({ exclusive }: Norm): boolean {
  return exclusive.some((members) => overlapsAmong(members).length > 0);
}

/** @returns whether what is beside the alternatives was compared with them */
function comparePair(
  scope: Scope,
  kind: Kind,
  one: Shape,
  other: Shape,
  old: Norm,
  next: Norm,
  compare: Compare,
): boolean {
  const [before, after] = [ownPlaces(one, old), ownPlaces(other, next)];
  // Alternatives with a name of their own are compared under it.
  const isPlain = [...before, ...after].every(({ value }) => !value["oneOf"] && !value["anyOf"]);
  if (before.length > 0 && after.length > 0 && isPlain) {
    compare(scope, scope.walk.old.nodeOf(before), scope.walk.next.nodeOf(after));
    return false;
  }
  compareShapes(scope, kind, one, other, compare);
  return true;
}

function compareShapes(scope: Scope, kind: Kind, one: Shape, other: Shape, compare: Compare): void {
  compareConstraints(scope, kind, one, other);
  if (kind === "object") compareObjects(scope, one, other, compare);
  if (kind === "array") compareArrays(scope, one, other, compare);
}

/** The alternatives of a kind that do not list their values. */
function openOf({ byKind }: Norm, kind: Kind): readonly Shape[] {
  return (byKind.get(kind) ?? []).filter(({ values }) => values === undefined);
}
