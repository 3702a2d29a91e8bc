import { normOf } from "./norm.ts";
import { patternOf } from "./scalars.ts";
import type { ObjectPart, Shape } from "./shape.ts";
import type { Node } from "./side.ts";

/** How a shape's parts speak of a property, found without a look at each. */
interface Index {
  readonly named: ReadonlyMap<string, readonly (readonly [ObjectPart, Node])[]>;
  /** Parts that say something of properties that they do not name. */
  readonly general: readonly ObjectPart[];
  /** What was asked for before. */
  readonly nodes: Map<string, Node | undefined>;
}

const indexes = new WeakMap<Shape, Index>();

function indexOf(shape: Shape): Index {
  let index = indexes.get(shape);
  if (index === undefined) {
    const named = new Map<string, [ObjectPart, Node][]>();
    for (const part of shape.objects) {
      for (const [name, node] of part.properties) {
        const known = named.get(name);
        if (known === undefined) named.set(name, [[part, node]]);
        else known.push([part, node]);
      }
    }
    const general = shape.objects.filter(({ patterns, additional }) => patterns.length > 0 || additional !== undefined);
    indexes.set(shape, (index = { named, general, nodes: new Map() }));
  }
  return index;
}

/** The names of the properties that a shape's objects have. */
export function propertyNames(shape: Shape): Iterable<string> {
  return indexOf(shape).named.keys();
}

/** Where a property is first described. */
export function partNaming(shape: Shape, name: string): ObjectPart | undefined {
  return indexOf(shape).named.get(name)?.[0]?.[0];
}

export function isNamed(shape: Shape, name: string): boolean {
  return indexOf(shape).named.has(name);
}

/** What a shape says of a property: nodes that all apply. Empty where it may be anything. */
export function nodesOf(shape: Shape, name: string): Node[] {
  const { named, general } = indexOf(shape);
  const own = named.get(name) ?? [];
  const nodes = own.map(([, node]) => node);
  for (const part of general) {
    const matching = part.patterns.filter(([pattern]) => patternOf(pattern)?.test(name)).map(([, node]) => node);
    nodes.push(...matching);
    if (part.additional !== undefined && matching.length === 0 && !part.properties.has(name))
      nodes.push(part.additional);
  }
  return nodes;
}

/** What a shape says of a property, as one node. Undefined where it may be anything. */
export function nodeAt(shape: Shape, name: string): Node | undefined {
  const { nodes } = indexOf(shape);
  if (!nodes.has(name)) nodes.set(name, joined(nodesOf(shape, name)));
  return nodes.get(name);
}

const listed = new WeakMap<Node, ReadonlySet<string> | null>();

/** The values of a property, as text, where a shape lists all of them. */
export function valuesAt(shape: Shape, name: string): ReadonlySet<string> | undefined {
  const node = nodeAt(shape, name);
  if (node === undefined) return undefined;
  let values = listed.get(node);
  if (values === undefined) {
    const shapes = [...normOf(node).byKind.values()].flat();
    const isListed = shapes.length > 0 && shapes.every((each) => each.values !== undefined);
    values = isListed ? new Set(shapes.flatMap((each) => [...(each.values?.keys() ?? [])])) : null;
    listed.set(node, values);
  }
  return values ?? undefined;
}

/** What a shape says of the properties that it neither names nor has a pattern for. */
export function furtherNodes(shape: Shape): Node[] {
  return indexOf(shape).general.flatMap(({ additional }) => (additional === undefined ? [] : [additional]));
}

/** The patterns of names that a shape speaks of, each with what it says. */
export function patternNodes(shape: Shape): (readonly [pattern: string, node: Node])[] {
  return indexOf(shape).general.flatMap(({ patterns }) => [...patterns]);
}

/** Whether a sender of such objects may send a property that no part names: it says so itself, or it declares none at all. */
export function maySendMore(shape: Shape): boolean {
  const further = joined(furtherNodes(shape));
  return further === undefined ? isFree(shape) : normOf(further).byKind.size > 0;
}

/** Whether a shape declares no property at all. */
export function isFree(shape: Shape): boolean {
  const { named, general } = indexOf(shape);
  return named.size === 0 && general.length === 0;
}

/** The node of nodes that all apply. */
export function joined(nodes: readonly Node[]): Node | undefined {
  const [first, ...more] = nodes;
  if (first === undefined || more.length === 0) return first;
  return first.side.nodeOf(nodes.flatMap(({ places }) => places));
}
