import { below, isObject, type Json } from "@x/openapi";
import { addConstraints, type Written } from "./constraint-values.ts";
import { documentationKeywords, isUnknownKeyword, opaqueKeywords } from "./keywords.ts";
import type { Place, Side } from "../document/side.ts";
import { enumOf, intersect, intersectValues, joinNullable, typesOf } from "./value-set.ts";
import { simplifyUnion, type Union } from "../unions/union.ts";

export type AdditionalProperties = { kind: "unspecified" | "open" | "closed" } | { kind: "schema"; places: Place[] };

/**
 * What a schema says, however it is written: references followed, `allOf` merged, 3.0's `nullable` and 3.1's type lists made
 * one. Two schemas that say the same have the same shape.
 */
export interface Shape {
  /** Where it is written; the first place is its home. */
  places: Place[];
  /** Types without "null"; undefined is any. */
  types: Set<string> | undefined;
  /** Undefined where no part speaks of it. */
  nullable: boolean | undefined;
  /** Values without null; undefined is any. */
  values: Json[] | undefined;
  /** By name: where the object names it, and the schema, which may be elsewhere. */
  properties: Map<string, { pointer: string; places: Place[] }>;
  required: Set<string>;
  additional: AdditionalProperties;
  items: Place[] | undefined;
  tuple: Place[][];
  unions: Union[];
  /** Formats, patterns, limits, flags and whatever else stands there, by keyword. */
  written: Map<string, Written>;
  /** Documentation, by keyword: one text per part that has it. */
  documentation: Map<string, { texts: Json[]; pointer: string }>;
}

/** The identity of a schema: where it is written. */
export function placesKey(places: readonly Place[]): string {
  return places.map(({ pointer }) => pointer).join("&");
}

/**
 * The shape of a schema that is written at one place, or at several that all apply. Computed once per document.
 *
 * @throws {Problem} when a reference dangles
 */
export function shapeOf(side: Side, places: Place[]): Shape {
  const key = `shape ${placesKey(places)}`;
  const known = side.derived.get(key) as Shape | undefined;
  if (known !== undefined) return known;
  const shape = mergeParts(side, places);
  side.derived.set(key, shape);
  return shape;
}

function mergeParts(side: Side, places: Place[]): Shape {
  const shape: Shape = {
    places,
    types: undefined,
    nullable: undefined,
    values: undefined,
    properties: new Map(),
    required: new Set(),
    additional: { kind: "unspecified" },
    items: undefined,
    tuple: [],
    unions: [],
    written: new Map(),
    documentation: new Map(),
  };
  const merged = new Set<string>();
  for (const place of places) addPlace(side, shape, place, merged);
  return shape;
}

function addPlace(side: Side, shape: Shape, place: Place, merged: Set<string>): void {
  // A part that applies twice, or includes itself, adds nothing the second time.
  if (merged.has(place.pointer)) return;
  merged.add(place.pointer);
  const { value, pointer } = place;

  const types = typesOf(value);
  const values = enumOf(value);
  const saysNull = value["nullable"] === true;
  let nullable = saysNull || (types?.nullable ?? values?.nullable);
  if (values !== undefined && types !== undefined) nullable = types.nullable || values.nullable;
  shape.types = intersect(shape.types, types?.types);
  shape.values = intersectValues(shape.values, values?.values);

  addObject(side, shape, place);
  if (value["items"] !== undefined) shape.items ??= side.schema(value["items"], below(pointer, "items"));
  if (Array.isArray(value["prefixItems"])) {
    shape.tuple = value["prefixItems"].map((item, index) => side.schema(item, below(pointer, "prefixItems", index)));
  }
  addConstraints(shape.written, place);
  addRest(shape, place);

  // 3.0 cannot write `nullable` inside a reference: beside an allOf it is meant for the whole.
  shape.nullable = joinNullable(shape.nullable, nullable);
  if (Array.isArray(value["allOf"])) {
    for (const [index, part] of value["allOf"].entries()) {
      for (const inner of side.schema(part, below(pointer, "allOf", index))) addPlace(side, shape, inner, merged);
    }
  }
  for (const keyword of ["oneOf", "anyOf"] as const) {
    if (!Array.isArray(value[keyword])) continue;
    const union = simplifyUnion(side, place, keyword);
    if (union.types !== undefined) shape.types = intersect(shape.types, union.types);
    else if (union.members.length === 1) {
      for (const inner of union.members[0]?.places ?? []) addPlace(side, shape, inner, merged);
    } else if (union.members.length > 1) shape.unions.push(union);
    if (union.nullable) shape.nullable = true;
  }
  if (saysNull) shape.nullable = true;
}

function addObject(side: Side, shape: Shape, { value, pointer }: Place): void {
  if (isObject(value["properties"])) {
    for (const [name, property] of Object.entries(value["properties"])) {
      const named = below(pointer, "properties", name);
      const known = shape.properties.get(name);
      const places = [...(known?.places ?? []), ...side.schema(property, named)];
      shape.properties.set(name, { pointer: known?.pointer ?? named, places });
    }
  }
  if (Array.isArray(value["required"])) {
    for (const name of value["required"]) if (typeof name === "string") shape.required.add(name);
  }
  const additional = value["additionalProperties"];
  if (additional === false) shape.additional = { kind: "closed" };
  else if (shape.additional.kind === "unspecified" && additional !== undefined) {
    const anything = !isObject(additional) || Object.keys(additional).length === 0;
    shape.additional = anything
      ? { kind: "open" }
      : { kind: "schema", places: side.schema(additional, below(pointer, "additionalProperties")) };
  }
}

function addRest(shape: Shape, { value, pointer }: Place): void {
  for (const keyword of documentationKeywords) {
    const text = value[keyword];
    if (text === undefined) continue;
    const entry = shape.documentation.get(keyword);
    if (entry === undefined) shape.documentation.set(keyword, { texts: [text], pointer: below(pointer, keyword) });
    else entry.texts.push(text);
  }
  for (const [keyword, content] of Object.entries(value)) {
    if (opaqueKeywords.includes(keyword) || isUnknownKeyword(keyword)) {
      shape.written.set(keyword, { value: content, pointer: below(pointer, keyword) });
    }
  }
  if (value["default"] !== undefined && !shape.written.has("default")) {
    shape.written.set("default", { value: value["default"], pointer: below(pointer, "default") });
  }
  for (const flag of ["readOnly", "writeOnly", "deprecated"]) {
    if (value[flag] === true) shape.written.set(flag, { value: true, pointer: below(pointer, flag) });
  }
}
