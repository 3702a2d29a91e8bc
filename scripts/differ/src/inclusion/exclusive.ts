import type { Inner } from "./answer.ts";
import { areDisjointShapes } from "./disjoint.ts";
import { overlapsByTheLetter } from "./letter.ts";
import { overlapsAmong } from "./overlaps.ts";
import { normOf, type Norm } from "../normal-form/norm.ts";
import type { Node } from "../normal-form/side.ts";

/** Whether a value that is sent fits no two alternatives of which it must fit one alone. */
export function keepsExclusive(from: Norm, to: Norm, includes: Inner): boolean {
  return to.exclusive.every(
    (members) =>
      !overlapsByTheLetter(from, members) &&
      overlapsAmong(members).every(
        ([one, other]) =>
          !mayBeBoth(from, one, other) || from.always.some((others) => areAmong(includes, others, one, other)),
      ),
  );
}

/** Whether two alternatives are two of those of which the sender's values fit one alone. */
function areAmong(includes: Inner, members: readonly Node[], one: Node, other: Node): boolean {
  const like = (wanted: Node): Node | undefined =>
    members.find((each) => includes(wanted, each) === "yes" && includes(each, wanted) === "yes");
  const [first, second] = [like(one), like(other)];
  return first !== undefined && second !== undefined && first !== second;
}

function mayBeBoth(from: Norm, one: Node, other: Node): boolean {
  for (const [kind, shapes] of from.byKind) {
    for (const shape of shapes) {
      const may = (member: Node): boolean =>
        (normOf(member).byKind.get(kind) ?? []).some((each) => !areDisjointShapes(kind, shape, each, true));
      if (may(one) && may(other)) return true;
    }
  }
  return false;
}
