import { compareArrays } from "./arrays.ts";
import { type Compare, homeOf } from "./compare.ts";
import { compareConstraints } from "./constraints.ts";
import { matchMembers } from "./members.ts";
import { compareObjects } from "./objects.ts";
import type { Scope } from "../document/scope.ts";
import type { Norm } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import { propertyNames } from "../normal-form/members.ts";
import { kinds, type Kind } from "../normal-form/values.ts";
import { nameOf } from "../wording.ts";

/** Compares what two schemas say of each kind of value that both allow. */
export function compareAlternatives(scope: Scope, old: Norm, next: Norm, compare: Compare): void {
  for (const kind of kinds) {
    const [before, after] = [openOf(old, kind), openOf(next, kind)];
    if (before.length === 0 || after.length === 0) continue;
    const isTagged = kind === "object" && before.length > 1 && hasTag(before);
    const { pairs, added, removed } = matchMembers(scope.walk, kind, before, after);
    for (const [one, other] of pairs) comparePair(scope, kind, one, other, old, next, compare);
    const name = scope.name(homeOf(next));
    for (const member of added) {
      const isLikeTagged = isTagged && hasTag([...before, member]);
      const text = `${name} may be ${title(kind, member)} now.`;
      scope.report(isLikeTagged ? "tagged-member-added" : "union-member-added", homeOf(member), text);
    }
    for (const member of removed)
      scope.report("union-member-removed", homeOf(member), `${name} is no longer ${title(kind, member)}.`);
  }
  const [was, is] = [old, next].map(({ exclusive }) => exclusive.length > 0);
  const isUnion = [old, next].every(({ byKind }) => [...byKind.values()].flat().length > 1);
  if (was === is || !isUnion) return;
  const text = `Of the alternatives of ${scope.name(homeOf(next))}, ${is ? "exactly one" : "one or more"} must fit now.`;
  scope.report(is ? "union-tightened" : "union-loosened", homeOf(next), text);
}

function comparePair(scope: Scope, kind: Kind, one: Shape, other: Shape, old: Norm, next: Norm, compare: Compare): void {
  const [before, after] = [ownPlaces(one, old), ownPlaces(other, next)];
  // Alternatives with a name of their own are compared under it.
  if (before.length > 0 && after.length > 0 && [...before, ...after].every(({ value }) => !value["oneOf"] && !value["anyOf"]))
    return compare(scope, scope.walk.old.nodeOf(before), scope.walk.next.nodeOf(after));
  compareConstraints(scope, kind, one, other);
  if (kind === "object") compareObjects(scope, one, other, compare);
  if (kind === "array") compareArrays(scope, one, other, compare);
}

/** The places that an alternative does not share with the others. */
function ownPlaces({ places }: Shape, whole: Norm): Shape["places"] {
  const shared = new Set(whole.places.map(({ pointer }) => pointer));
  return places.filter(({ pointer }) => !shared.has(pointer));
}

/** The alternatives of a kind that do not list their values. */
function openOf({ byKind }: Norm, kind: Kind): readonly Shape[] {
  return (byKind.get(kind) ?? []).filter(({ values }) => values === undefined);
}

/** Whether all have a property that they demand and give a value of its own in each. */
function hasTag(shapes: readonly Shape[]): boolean {
  const [first] = shapes;
  return first !== undefined && [...first.required].some((name) => shapes.every((shape) => tagValues(shape, name)));
}

function tagValues(shape: Shape, name: string): boolean {
  if (!shape.required.has(name)) return false;
  const written = shape.objects.flatMap(({ properties }) => properties.get(name)?.places ?? []);
  return written.some(({ value }) => value["const"] !== undefined || Array.isArray(value["enum"]));
}

function title(kind: Kind, shape: Shape): string {
  const home = homeOf(shape);
  if (/^\/components\/schemas\/[^/]+$/.test(home)) return nameOf(home);
  const names = [...propertyNames(shape)].slice(0, 3).join(", ");
  const article = /^[aeiou]/.test(kind) ? "an" : "a";
  return `${article} ${kind}${names === "" ? "" : ` with ${names}`}`;
}
