import type { Json } from "@x/openapi";
import { type Answer, fromAnything, type Inner, worse } from "./answer.ts";
import { keepsLimits } from "./scalars.ts";
import { isIn, type Way } from "./way.ts";
import { furtherNodes, joined, maySendMore, nodeAt, patternNodes, propertyNames } from "../normal-form/members.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node } from "../normal-form/side.ts";

/** More values than this of one tag are not tried one by one. */
const MAX_TAGS = 100;

/**
 * Whether the objects of one shape are all objects of another. The sender sends what it declares: what it neither names nor
 * says in general never comes, unless it declares nothing at all.
 */
export function objectIncluded(from: Shape, to: Shape, includes: Inner, way: Way): Answer {
  let answer: Answer = "yes";
  const find = (found: Answer): void => {
    answer = worse(answer, found);
  };
  const sends = (name: string): boolean => {
    const node = nodeAt(from, name);
    return node === undefined || (isIn(node, way) && normOf(node).byKind.size > 0);
  };
  for (const name of to.required) {
    if (from.required.has(name) && sends(name)) continue;
    const asked = nodeAt(to, name);
    if (asked === undefined || isIn(asked, way)) find("no");
  }
  const names = new Set([...propertyNames(from), ...[...propertyNames(to)].filter((name) => mayHave(from, name))]);
  for (const name of names) {
    const asked = nodeAt(to, name);
    if (asked === undefined || !sends(name)) continue;
    if (!isIn(asked, way)) continue;
    const sent = nodeAt(from, name);
    find(sent === undefined ? fromAnything(asked) : includes(sent, asked));
  }
  for (const [, sent] of patternNodes(from)) {
    for (const asked of [...furtherNodes(to), ...patternNodes(to).map(([, node]) => node)])
      if (includes(sent, asked) !== "yes") find("unknown");
  }
  if (maySendMore(from)) {
    const sent = joined(furtherNodes(from));
    for (const asked of [...furtherNodes(to), ...patternNodes(to).map(([, node]) => node)])
      find(sent === undefined ? fromAnything(asked) : includes(sent, asked) === "yes" ? "yes" : "unknown");
  }
  if (!keepsLimits(from, to, ["maxProperties"]) && !staysBelow(from, to)) find("unknown");
  const fewest = Math.max(from.limits.get("minProperties")?.value ?? 0, from.required.size);
  if (fewest < (to.limits.get("minProperties")?.value ?? 0)) find("unknown");
  for (const each of to.names) if (!from.names.some((own) => includes(own, each) === "yes")) find("unknown");
  for (const [name, others] of to.dependent) {
    const isNever = !mayHave(from, name);
    const isKept = others.every(
      (other) => from.required.has(other) || from.dependent.get(name)?.includes(other) === true,
    );
    if (!isNever && !isKept) find("unknown");
  }
  return answer;
}

/** Whether a sender of such objects may send a property of a name: it is named, a pattern takes it, or there may be any. */
function mayHave(from: Shape, name: string): boolean {
  const node = nodeAt(from, name);
  return node === undefined ? maySendMore(from) : normOf(node).byKind.size > 0;
}

/** Whether no object of the first can have too many properties, for it has not so many to send. */
function staysBelow(from: Shape, to: Shape): boolean {
  const isCounted = !maySendMore(from) && patternNodes(from).every(([, node]) => normOf(node).byKind.size === 0);
  return isCounted && [...propertyNames(from)].length <= (to.limits.get("maxProperties")?.value ?? Infinity);
}

/** One shape a value, of a property that is demanded and lists its values: so alternatives with a tag each take theirs. */
export function splitByTag(shape: Shape): Shape[] {
  for (const name of shape.required) {
    const node = nodeAt(shape, name);
    if (node === undefined) continue;
    const shapes = [...normOf(node).byKind.values()].flat();
    const values = shapes.flatMap((each) => (each.values === undefined ? [] : [...each.values.values()]));
    if (!shapes.every((each) => each.values !== undefined) || values.length < 2 || values.length > MAX_TAGS) continue;
    return values.map((value, index) => narrowed(shape, name, node, value, index));
  }
  return [];
}

function narrowed(shape: Shape, name: string, node: Node, value: Json, index: number): Shape {
  const pointer = `${node.places[0]?.pointer ?? ""}/enum/${index}`;
  const only = node.side.nodeOf([{ pointer, value: { const: value } }]);
  return {
    ...shape,
    objects: [...shape.objects, { pointer, properties: new Map([[name, only]]), patterns: [], additional: undefined }],
  };
}
