import { below, type Json } from "@x/openapi";
import { areCrossed } from "./limits.ts";
import { fits } from "./scalars.ts";
import { flattened } from "./flattened.ts";
import { ownShape } from "./own-shape.ts";
import { tagOf } from "./tags.ts";
import { all, anything, kindsOf, type Shape } from "./shape.ts";
import type { Node, Place, Side } from "./side.ts";
import { type Kind, kindOf, kinds, type Values } from "./values.ts";

/** More alternatives than this, put together from several unions, are not compared one by one. */
const MAX_SHAPES = 400;

/** What a schema says, however it is written: alternatives without further alternatives in them, by kind of value. */
export interface Norm {
  readonly byKind: ReadonlyMap<Kind, readonly Shape[]>;
  /** The alternatives of each `oneOf`, wherever it stands: a value that comes by it fits one alone. */
  readonly exclusive: readonly (readonly Node[])[];
  /** Those of them that every value comes by. */
  readonly always: readonly (readonly Node[])[];
  /** Set where the alternatives are too many to be told. */
  readonly isVast: boolean;
  /** What always applies, whatever the alternative. */
  readonly base: Shape;
  /** Whether null was put beside a whole that is made of parts (`nullable`): the base is then part of what may be written elsewhere. */
  readonly isWrapped: boolean;
  /** The written schemas that always apply, the first one its home; those of alternatives are theirs. */
  readonly places: readonly Place[];
}

interface Told {
  shapes: readonly Shape[];
  exclusive: (readonly Node[])[];
  always: (readonly Node[])[];
  isVast: boolean;
  base: Shape;
  isWrapped: boolean;
  places: readonly Place[];
}

const norms = new WeakMap<Node, Norm>();

/** The normal form of a schema, made once. */
export function normOf(node: Node): Norm {
  let norm = norms.get(node);
  if (norm === undefined) norms.set(node, (norm = normal(tell(node.side, node.places, new Set([node.key])))));
  return norm;
}

function normal({ shapes, ...told }: Told): Norm {
  const byKind = new Map<Kind, Shape[]>();
  for (const kind of kinds) {
    const having = shapes.filter((shape) => kindsOf(shape).has(kind) && !areCrossed(shape, kind));
    const left = folded(kind, having).filter(({ values }) => values?.size !== 0);
    if (left.length > 0) byKind.set(kind, left);
  }
  return { ...told, byKind };
}

/** The alternatives of one kind: those that list their values as one, none twice, none beside one that takes them all. */
function folded(kind: Kind, shapes: readonly Shape[]): Shape[] {
  const open = shapes.find((shape) => isOpen(kind, shape));
  if (open !== undefined) return [kind === "boolean" || kind === "null" ? listed(kind, open) : open];
  const finite: Shape[] = [];
  const others = new Map<string, Shape>();
  for (const shape of shapes) {
    if (shape.values !== undefined || kind === "boolean" || kind === "null") finite.push(listed(kind, shape));
    else others.set(shape.places.map(({ pointer }) => pointer).join("&"), shape);
  }
  const [first] = finite;
  if (first === undefined) return [...others.values()];
  const values = new Map(finite.flatMap((shape) => [...(shape.values ?? [])]));
  return values.size === 0 && others.size > 0 ? [...others.values()] : [{ ...first, values }, ...others.values()];
}

function listed(kind: Kind, shape: Shape): Shape {
  const values: Values =
    shape.values ??
    new Map<string, Json>(
      kind === "null"
        ? [["null", null]]
        : [
            ["true", true],
            ["false", false],
          ],
    );
  return { ...shape, values: new Map([...values].filter(([, each]) => kindOf(each) === kind && fits(shape, each))) };
}

/** Whether an alternative takes every value of a kind. */
function isOpen(kind: Kind, shape: Shape): boolean {
  if (shape.values !== undefined || shape.conditions.length > 0) return false;
  if (kind === "number")
    return !shape.integer && !shape.multiples.length && !hasLimit(shape, "minimum", "maximum") && !shape.formats.length;
  if (kind === "string")
    return !shape.patterns.length && !shape.formats.length && !hasLimit(shape, "minLength", "maxLength");
  return kind === "boolean" || kind === "null";
}

function hasLimit(shape: Shape, ...names: Parameters<Shape["limits"]["has"]>[0][]): boolean {
  return names.some((name) => shape.limits.has(name));
}

/** @param inside - nodes that are being told: an alternative that is one of them adds nothing */
function tell(side: Side, places: readonly Place[], inside: ReadonlySet<string>): Told {
  const told: Told = {
    shapes: [],
    exclusive: [],
    always: [],
    isVast: false,
    base: anything,
    isWrapped: false,
    places: [],
  };
  const plain: Shape[] = [];
  const unions: (readonly Shape[])[] = [];
  const take = (inner: Told): void => {
    told.exclusive.push(...inner.exclusive);
    told.isVast ||= inner.isVast;
  };
  const waiting = places.toReversed();
  const seen = new Set<string>();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (seen.has(place.pointer)) continue;
    seen.add(place.pointer);
    const { value, pointer } = place;
    const isWhole = value["nullable"] === true && (value["allOf"] ?? value["oneOf"] ?? value["anyOf"]) !== undefined;
    if (isWhole) {
      const { nullable: _, ...rest } = value;
      const inner = tell(side, [{ pointer, value: rest }], inside);
      take(inner);
      told.isWrapped = true;
      unions.push([...inner.shapes, { ...anything, kinds: new Set<Kind>(["null"]), places: [place] }]);
      // Its parts are alternatives' own; only what stands beside them is beside.
      const base = ownShape(side, { pointer, value: rest });
      const values = base.values === undefined ? undefined : new Map([...base.values, ["null", null] as const]);
      const allowed = new Set<Kind>([...base.kinds, "null"]);
      plain.push({ ...base, kinds: allowed, values, conditions: [], places: [place] });
      continue;
    }
    plain.push(ownOf(side, place));
    for (const [index, part] of (Array.isArray(value["allOf"]) ? value["allOf"] : []).toReversed().entries()) {
      const count = (value["allOf"] as Json[]).length;
      waiting.push(...side.schema(part, below(pointer, "allOf", count - 1 - index)).toReversed());
    }
    for (const keyword of ["oneOf", "anyOf"] as const) {
      if (!Array.isArray(value[keyword])) continue;
      const alternatives = value[keyword].map((each, index) => side.node(each, below(pointer, keyword, index)));
      const leaves = flattened(alternatives, told.exclusive);
      if (keyword === "oneOf" && alternatives.length > 1) {
        told.exclusive.push(alternatives);
        told.always.push(alternatives);
      }
      const shapes = leaves
        .filter(({ key }) => !inside.has(key))
        .flatMap((leaf) => {
          const inner = tell(side, leaf.places, new Set(inside).add(leaf.key));
          take(inner);
          const tag = tagOf(side, place, leaf, inner.shapes);
          return tag === undefined ? inner.shapes : inner.shapes.map((shape) => all([shape, tag]));
        });
      unions.push(shapes);
    }
  }
  const base = all(plain);
  told.base = base;
  told.places = base.places;
  let shapes: readonly Shape[] = [base];
  for (const union of unions.toSorted((left, right) => left.length - right.length)) {
    if (shapes.length * union.length > Math.max(MAX_SHAPES, union.length)) told.isVast = true;
    else shapes = shapes.flatMap((shape) => union.map((each) => all([each, shape])));
    shapes = shapes.filter((shape) => kindsOf(shape).size > 0);
  }
  told.shapes = shapes;
  return told;
}

function ownOf(side: Side, place: Place): Shape {
  const shape = ownShape(side, place);
  if (place.value["nullable"] !== true) return shape;
  const values = shape.values === undefined ? undefined : new Map([...shape.values, ["null", null] as const]);
  return { ...shape, kinds: new Set<Kind>([...shape.kinds, "null"]), values };
}
