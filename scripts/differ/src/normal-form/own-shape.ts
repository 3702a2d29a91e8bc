import { below, isObject, type Json, type JsonObject } from "@x/openapi";
import { arrayPart, conditionsOf, dependentOf, formatOf, impliedKinds, objectPart, typesOf } from "./parts.ts";
import { anything, type Shape } from "./shape.ts";
import { inSteps, type Limit, limitNames, limitOf, type LimitName } from "./limits.ts";
import type { Node, Place, Side } from "./side.ts";
import { takesAnyText } from "./scalars.ts";
import { type Kind, kinds, valuesOf } from "./values.ts";

/** Formats that say nothing beyond the type: a JSON number is a double. */
const PLAIN_FORMATS = new Set(["double"]);

/** By pointer; of two values under one, as `nullable` taken off makes them, the last. */
const known = new WeakMap<Side, Map<string, { readonly value: JsonObject; readonly shape: Shape }>>();

/** What one written schema says by itself: its alternatives, its `nullable` and the parts of its `allOf` aside. */
export function ownShape(side: Side, place: Place): Shape {
  let shapes = known.get(side);
  if (shapes === undefined) known.set(side, (shapes = new Map()));
  const made = shapes.get(place.pointer);
  if (made?.value === place.value) return made.shape;
  const shape = readShape(side, place);
  shapes.set(place.pointer, { value: place.value, shape });
  return shape;
}

function readShape(side: Side, place: Place): Shape {
  const { value, pointer } = place;
  if (Object.keys(value).length === 0) return { ...anything, places: [place] };
  const node = (member: Json | undefined, ...keys: (string | number)[]): Node =>
    side.node(member, below(pointer, ...keys));
  const types = typesOf(value["type"]);
  const listed = value["const"] === undefined ? value["enum"] : [value["const"]];
  const limits = new Map<LimitName, Limit & { pointer: string }>();
  for (const name of limitNames) {
    const limit = limitOf(value, name);
    if (limit !== undefined) limits.set(name, { ...limit, pointer: below(pointer, limit.keyword) });
  }
  const pattern = value["pattern"];
  const format = formatOf(value);
  const excluded = excludedKinds(value["not"]);
  let allowed: ReadonlySet<Kind> = anything.kinds;
  if (types === undefined) allowed = impliedKinds(value) ?? allowed;
  else allowed = new Set(types.map((type) => (type === "integer" ? "number" : type) as Kind));
  if (excluded !== undefined) allowed = new Set([...allowed].filter((kind) => !excluded.includes(kind)));
  return {
    kinds: allowed,
    values: Array.isArray(listed) ? valuesOf(listed) : undefined,
    ...inSteps(
      typeof value["multipleOf"] === "number" && value["multipleOf"] > 0 ? [value["multipleOf"]] : [],
      types !== undefined && types.includes("integer") && !types.includes("number"),
    ),
    limits,
    patterns: typeof pattern === "string" && !takesAnyText(pattern) ? [pattern] : [],
    formats: format === undefined || PLAIN_FORMATS.has(format) ? [] : [format],
    unique: value["uniqueItems"] === true,
    objects: objectPart(place, node),
    required: new Set(
      Array.isArray(value["required"]) ? value["required"].filter((name) => typeof name === "string") : [],
    ),
    dependent: dependentOf(value["dependentRequired"]),
    names: value["propertyNames"] === undefined ? [] : [node(value["propertyNames"], "propertyNames")],
    arrays: arrayPart(place, node),
    conditions: conditionsOf(place, node).filter(({ keyword }) => keyword !== "not" || excluded === undefined),
    places: [place],
  };
}

/** The kinds that a `not` leaves out, where it says nothing else: none is `not: {}`. */
function excludedKinds(not: Json | undefined): readonly Kind[] | undefined {
  if (!isObject(not)) return undefined;
  const keys = Object.keys(not);
  if (keys.length === 0) return kinds;
  const types = keys.length === 1 ? typesOf(not["type"]) : undefined;
  // Without whole numbers there are still others.
  return types === undefined || types.includes("integer") ? undefined : (types as Kind[]);
}
