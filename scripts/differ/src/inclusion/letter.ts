import { normOf, type Norm } from "../normal-form/norm.ts";
import { impliedKinds, typesOf } from "../normal-form/parts.ts";
import type { Node } from "../normal-form/side.ts";
import { type Kind, kindOf } from "../normal-form/values.ts";

/**
 * Whether an alternative takes values of a kind by the letter alone: it describes properties or items and names no type, which
 * is read as if it were objects or arrays, but by the letter says nothing of what is neither.
 */
export function takesByTheLetter(member: Node, kind: Kind): boolean {
  const { byKind, places } = normOf(member);
  if (byKind.has(kind) || places.length === 0) return false;
  const isImplied = places.some(
    ({ value }) => typesOf(value["type"]) === undefined && impliedKinds(value) !== undefined,
  );
  return (
    isImplied &&
    places.every(({ value }) => {
      const types = typesOf(value["type"])?.map((type) => (type === "integer" ? "number" : type));
      const listed = value["const"] === undefined ? value["enum"] : [value["const"]];
      // Alternatives inside, and what a condition says, are not looked into: they are not what types are left out of.
      if (value["oneOf"] ?? value["anyOf"] ?? value["not"] ?? value["if"]) return false;
      return (
        types?.includes(kind) !== false && (!Array.isArray(listed) || listed.some((each) => kindOf(each) === kind))
      );
    })
  );
}

/**
 * Whether a value of a kind, which one alternative takes, is also taken by one that leaves its type out. Where the sender's own
 * alternatives have the like, its authors read them as we do.
 */
export function overlapsByTheLetter(from: Norm, members: readonly Node[]): boolean {
  return [...from.byKind.keys()].some((kind) => {
    const has = (nodes: readonly Node[]): boolean => nodes.some((member) => takesByTheLetter(member, kind));
    return has(members) && !from.always.some(has);
  });
}
