import type { Json } from "@x/openapi";
import type { Scope } from "../document/scope.ts";
import type { Shape } from "./shape.ts";
import { coversTypes } from "./value-set.ts";

/**
 * Compares what types two schemas allow, null included.
 *
 * @returns whether the two have enough in common to look further
 */
export function compareTypes(scope: Scope, old: Shape, next: Shape): boolean {
  const where = next.places[0]?.pointer ?? "";
  if (sameTypes(old, next)) return true;
  const name = scope.name(where);
  const change = `${name} was ${spell(old)} and is ${spell(next)} now.`;
  if (isAnything(old) !== isAnything(next)) {
    scope.report(isAnything(old) ? "type-declared" : "type-widened", where, change);
    return false;
  }
  // `binary` is the one format that is another type in generated code.
  if (isBinary(old) !== isBinary(next)) {
    scope.report("type-changed", where, change);
    return false;
  }
  const widens = coversTypes(next.types, old.types);
  const narrows = coversTypes(old.types, next.types);
  if (!widens && !narrows) {
    scope.report("type-changed", where, change);
    return false;
  }
  if (!narrows) scope.report(onlyNumbers(old, next) ? "number-widened" : "type-widened", where, change);
  if (!widens) scope.report(onlyNumbers(next, old) ? "number-narrowed" : "type-narrowed", where, change);
  if (old.nullable !== true && next.nullable === true)
    scope.report("became-nullable", where, `${name} may be null now.`);
  if (old.nullable === true && next.nullable !== true)
    scope.report("became-not-nullable", where, `${name} is never null now.`);
  return true;
}

/** The usual case, told apart without putting a sentence together. */
function sameTypes(old: Shape, next: Shape): boolean {
  return (
    isAnything(old) === isAnything(next) &&
    isBinary(old) === isBinary(next) &&
    (old.nullable ?? false) === (next.nullable ?? false) &&
    (old.types === undefined) === (next.types === undefined) &&
    coversTypes(old.types, next.types) &&
    coversTypes(next.types, old.types)
  );
}

function isAnything(shape: Shape): boolean {
  return shape.types === undefined && shape.values === undefined && shape.unions.length === 0;
}

function isBinary(shape: Shape): boolean {
  return shape.written.get("format")?.value === "binary";
}

/** Whether all that the wider side adds is that an integer may be any number. */
function onlyNumbers(narrow: Shape, wide: Shape): boolean {
  const asNumbers = new Set([...(narrow.types ?? [])].map((type) => (type === "integer" ? "number" : type)));
  return coversTypes(asNumbers, wide.types);
}

function spell(shape: Shape): string {
  const types: Json[] = [...(shape.types ?? [])];
  const spelt = types.length === 0 ? (shape.unions.length > 0 ? "a union" : "anything") : types.join(" or ");
  return isBinary(shape) ? `binary ${spelt}` : spelt;
}
