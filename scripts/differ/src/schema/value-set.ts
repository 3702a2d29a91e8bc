import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, type JsonObject } from "@x/openapi";

/** The types a schema names, without "null"; undefined where it names none. Types that other keywords imply count. */
export function typesOf(schema: JsonObject): { types: Set<string>; nullable: boolean } | undefined {
  const written = schema["type"];
  const named = Array.isArray(written) ? written : written === undefined ? implied(schema) : [written];
  if (named === undefined) return undefined;
  const types = new Set(named.filter((type) => typeof type === "string"));
  const nullable = types.delete("null");
  // `["integer", "number"]` says no more than "number".
  if (types.has("number")) types.delete("integer");
  return { types, nullable };
}

/** Generated types read a schema with properties as an object, whether or not it says so. */
function implied(schema: JsonObject): string[] | undefined {
  if (isObject(schema["properties"]) || schema["additionalProperties"] !== undefined) return ["object"];
  if (schema["items"] !== undefined || schema["prefixItems"] !== undefined) return ["array"];
  const values =
    schema["const"] === undefined ? schema["enum"] : Array.isArray(schema["enum"]) ? undefined : [schema["const"]];
  if (!Array.isArray(values)) return undefined;
  return [...new Set(values.map(typeOf))];
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** The values a schema lists by `enum` or `const`, without null; undefined where it lists none. */
export function enumOf(schema: JsonObject): { values: Json[]; nullable: boolean } | undefined {
  const written = schema["const"] === undefined ? schema["enum"] : [schema["const"]];
  if (!Array.isArray(written)) return undefined;
  const values = written.filter((value) => value !== null);
  return { values, nullable: values.length < written.length };
}

/** Whether every value of one set of types is of the other. Undefined is any type; an integer is a number. */
export function coversTypes(wide: Set<string> | undefined, narrow: Set<string> | undefined): boolean {
  if (wide === undefined) return true;
  if (narrow === undefined) return false;
  return [...narrow].every((type) => wide.has(type) || (type === "integer" && wide.has("number")));
}

/** The types that both sides allow. */
export function intersect(left: Set<string> | undefined, right: Set<string> | undefined): Set<string> | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  const both = [...left, ...right].filter(
    (type) => coversTypes(left, new Set([type])) && coversTypes(right, new Set([type])),
  );
  return new Set(both);
}

/** The values that both sides allow. */
export function intersectValues(left: Json[] | undefined, right: Json[] | undefined): Json[] | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return without(left, without(left, right));
}

/** The values of one list that the other does not hold. */
export function without(values: readonly Json[], others: readonly Json[]): Json[] {
  return values.filter((value) => !others.some((other) => isDeepStrictEqual(value, other)));
}

/** Parts that all apply allow null where none forbids it. */
export function joinNullable(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left && right;
}
