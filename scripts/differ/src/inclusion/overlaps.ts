import { areDisjoint } from "./disjoint.ts";
import { nodeAt } from "../normal-form/members.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node } from "../normal-form/side.ts";

/** Of more alternatives than this, those that no listed value tells apart are taken for overlapping. */
const MAX_PAIRS = 5_000;

type Pair = readonly [one: Node, other: Node];
const known = new WeakMap<readonly Node[], readonly Pair[]>();

/** The alternatives that one value may fit two of, as far as can be told. */
export function overlapsAmong(members: readonly Node[]): readonly Pair[] {
  let pairs = known.get(members);
  if (pairs === undefined) known.set(members, (pairs = find(members)));
  return pairs;
}

function find(members: readonly Node[]): Pair[] {
  const found: Pair[] = [];
  let tried = 0;
  for (const group of groupsOf(members)) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        if (one === other) continue;
        tried += 1;
        if (tried > MAX_PAIRS || !areDisjoint(one, other)) found.push([one, other]);
        if (tried > MAX_PAIRS) return found;
      }
    }
  }
  return found;
}

/** Members that may have a value in common: those that list theirs are told apart by them, those with a tag by the tag. */
function groupsOf(members: readonly Node[]): readonly (readonly Node[])[] {
  const listed = byValue(members, (member) => valuesIn([...normOf(member).byKind.values()].flat()));
  if (listed !== undefined) return listed;
  // What is no object has nothing in common with what is one alone.
  const plain = members.filter((member) => !normOf(member).byKind.has("object"));
  const objects = members.filter((member) => !plain.includes(member));
  const [first] = objects;
  for (const tag of first === undefined ? [] : (normOf(first).byKind.get("object")?.[0]?.required ?? [])) {
    const tagged = byValue(objects, (member) => tagValues(member, tag));
    if (tagged !== undefined) return [...tagged, plain];
  }
  return [members];
}

function byValue(members: readonly Node[], read: (member: Node) => Iterable<string> | undefined): Node[][] | undefined {
  const groups = new Map<string, Node[]>();
  for (const member of members) {
    const values = read(member);
    if (values === undefined) return undefined;
    for (const value of values) {
      const group = groups.get(value);
      if (group === undefined) groups.set(value, [member]);
      else group.push(member);
    }
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function valuesIn(shapes: readonly Shape[]): Set<string> | undefined {
  const values = new Set<string>();
  for (const shape of shapes) {
    if (shape.values === undefined) return undefined;
    for (const text of shape.values.keys()) values.add(text);
  }
  return values;
}

function tagValues(member: Node, tag: string): Set<string> | undefined {
  const { byKind } = normOf(member);
  const shapes = byKind.get("object") ?? [];
  if (byKind.size !== 1 || !shapes.every(({ required }) => required.has(tag))) return undefined;
  const values = new Set<string>();
  for (const shape of shapes) {
    const node = nodeAt(shape, tag);
    const own = node === undefined ? undefined : valuesIn([...normOf(node).byKind.values()].flat());
    if (own === undefined) return undefined;
    for (const value of own) values.add(value);
  }
  return values;
}
