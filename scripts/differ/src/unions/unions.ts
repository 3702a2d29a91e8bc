import type { Scope } from "../document/scope.ts";
import { compareSchema } from "../schema/schema.ts";
import { type Shape, shapeOf } from "../schema/shape.ts";
import type { Side } from "../document/side.ts";
import { compareDiscriminators } from "./discriminators.ts";
import { matchMembers } from "./union-members.ts";
import type { Member, Union } from "./union.ts";
import { nameOf } from "../wording.ts";

/**
 * Compares the alternatives of two schemas, at least one of which has some. A schema without is a union of itself alone.
 *
 * @returns whether what stands beside the alternatives is still to be compared
 */
export function compareUnions(scope: Scope, old: Shape, next: Shape): boolean {
  if (old.unions.length === next.unions.length) {
    for (const [index, union] of old.unions.entries()) {
      const other = next.unions[index];
      if (other !== undefined) compareUnion(scope, union, other);
    }
    return true;
  }
  const before = asUnion(old);
  const after = asUnion(next);
  if (before === undefined || after === undefined) {
    const where = next.places[0]?.pointer ?? "";
    scope.report("type-changed", where, `${scope.name(where)} is put together of other alternatives now.`);
    return false;
  }
  compareUnion(scope, before, after);
  compareNull(scope, old, next);
  return false;
}

function compareUnion(scope: Scope, old: Union, next: Union): void {
  const { pairs, removed, added } = matchMembers(scope.walk, old.members, next.members);
  for (const [before, after] of pairs) compareSchema(scope, before.places, after.places);
  for (const member of added) {
    scope.report(
      "union-member-added",
      member.pointer,
      `${scope.name(next.pointer)} may be ${title(scope.walk.next, member)} now.`,
    );
  }
  for (const member of removed) {
    scope.report(
      "union-member-removed",
      member.pointer,
      `${scope.name(next.pointer)} is no longer ${title(scope.walk.old, member)}.`,
    );
  }
  // One alternative alone is neither of the two.
  if (old.keyword !== next.keyword && old.members.length > 1 && next.members.length > 1) {
    const kind = next.keyword === "oneOf" ? "union-tightened" : "union-loosened";
    scope.report(kind, next.pointer, `${scope.name(next.pointer)} is ${next.keyword} instead of ${old.keyword} now.`);
  }
  compareDiscriminators(scope, old, next);
}

/** A schema that is a union and nothing else, or one seen as the only alternative of itself. */
function asUnion(shape: Shape): Union | undefined {
  const bare = shape.types === undefined && shape.values === undefined && shape.properties.size === 0;
  if (shape.unions.length === 1 && bare) return shape.unions[0];
  if (shape.unions.length > 0) return undefined;
  const pointer = shape.places[0]?.pointer ?? "";
  return {
    keyword: "oneOf",
    pointer,
    members: [{ places: shape.places, pointer, reference: `#${pointer}` }],
    nullable: shape.nullable === true,
    types: undefined,
    discriminator: undefined,
  };
}

function compareNull(scope: Scope, old: Shape, next: Shape): void {
  const where = next.places[0]?.pointer ?? "";
  if (old.nullable !== true && next.nullable === true)
    scope.report("became-nullable", where, `${scope.name(where)} may be null now.`);
  if (old.nullable === true && next.nullable !== true)
    scope.report("became-not-nullable", where, `${scope.name(where)} is never null now.`);
}

function title(side: Side, member: Member): string {
  if (member.reference !== undefined) return nameOf(member.reference.slice(1));
  const { types, properties } = shapeOf(side, member.places);
  const names = [...properties.keys()].slice(0, 3).join(", ");
  return `${[...(types ?? ["anything"])].join(" or ")}${names === "" ? "" : ` with ${names}`}`;
}
