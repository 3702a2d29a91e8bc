import type { Node, Place } from "./side.ts";
import { compareLimits, inSteps, type Limit, type LimitName } from "./limits.ts";
import { type Kind, kindOf, kinds, type Values } from "./values.ts";

/** What one written schema says of an object's members. */
export interface ObjectPart {
  readonly pointer: string;
  readonly properties: ReadonlyMap<string, Node>;
  readonly patterns: readonly (readonly [pattern: string, node: Node])[];
  /** Undefined where it says nothing of further properties. */
  readonly additional: Node | undefined;
}

/** What one written schema says of an array's items. */
export interface ArrayPart {
  readonly prefix: readonly Node[];
  readonly rest: Node | undefined;
}

/** A condition that has no order of stricter and looser but the one its schemas have. */
export interface Condition {
  readonly keyword: string;
  readonly pointer: string;
  readonly nodes: readonly Node[];
  /** What stands there beside schemas, as text. */
  readonly detail: string;
}

/** All that a schema without alternatives says, whatever parts it is written in. Each constraint is about one kind of value. */
export interface Shape {
  readonly kinds: ReadonlySet<Kind>;
  /** Undefined where values are not listed. */
  readonly values: Values | undefined;
  readonly integer: boolean;
  readonly limits: ReadonlyMap<LimitName, Limit & { readonly pointer: string }>;
  readonly multiples: readonly number[];
  readonly patterns: readonly string[];
  readonly formats: readonly string[];
  readonly unique: boolean;
  readonly objects: readonly ObjectPart[];
  readonly required: ReadonlySet<string>;
  readonly dependent: ReadonlyMap<string, readonly string[]>;
  readonly names: readonly Node[];
  readonly arrays: readonly ArrayPart[];
  readonly conditions: readonly Condition[];
  /** The written schemas it is made of, the first one its home. */
  readonly places: readonly Place[];
}

export const anything: Shape = {
  kinds: new Set(kinds),
  values: undefined,
  integer: false,
  limits: new Map(),
  multiples: [],
  patterns: [],
  formats: [],
  unique: false,
  objects: [],
  required: new Set(),
  dependent: new Map(),
  names: [],
  arrays: [],
  conditions: [],
  places: [],
};

/** What several say together. */
export function all(shapes: readonly Shape[]): Shape {
  const told = shapes.filter((shape) => shape !== anything);
  const [first = anything] = told;
  if (told.length < 2) return first;
  const limits = new Map<LimitName, Limit & { readonly pointer: string }>();
  const dependent = new Map<string, readonly string[]>();
  let { kinds: allowed, values } = first;
  for (const shape of told) {
    if (shape.kinds !== allowed) allowed = new Set([...allowed].filter((kind) => shape.kinds.has(kind)));
    values = commonValues(values, shape.values);
    for (const [name, limit] of shape.limits) {
      const known = limits.get(name);
      if (known === undefined || compareLimits(name, limit, known) > 0) limits.set(name, limit);
    }
    for (const [name, others] of shape.dependent) dependent.set(name, [...(dependent.get(name) ?? []), ...others]);
  }
  const unique = <T>(list: (shape: Shape) => Iterable<T>): Set<T> => {
    const found = new Set<T>();
    for (const shape of told) for (const each of list(shape)) found.add(each);
    return found;
  };
  return {
    kinds: allowed,
    values,
    ...inSteps(
      told.flatMap(({ multiples }) => multiples),
      told.some(({ integer }) => integer),
    ),
    limits,
    patterns: [...unique(({ patterns }) => patterns)],
    formats: [...unique(({ formats }) => formats)],
    unique: told.some((shape) => shape.unique),
    objects: [...unique(({ objects }) => objects)],
    required: unique(({ required }) => required),
    dependent,
    names: [...unique(({ names }) => names)],
    arrays: [...unique(({ arrays }) => arrays)],
    conditions: [...unique(({ conditions }) => conditions)],
    places: [...unique(({ places }) => places)],
  };
}

function commonValues(left: Values | undefined, right: Values | undefined): Values | undefined {
  if (left === undefined || right === undefined || left === right) return left ?? right;
  return new Map([...left].filter(([text]) => right.has(text)));
}

/** The kinds that a shape's values are of, listed or not. */
export function kindsOf(shape: Shape): ReadonlySet<Kind> {
  if (shape.values === undefined) return shape.kinds;
  return new Set([...shape.values.values()].map(kindOf).filter((kind) => shape.kinds.has(kind)));
}
