import { homeOf } from "./compare.ts";
import type { Scope } from "../document/scope.ts";
import type { Norm } from "../normal-form/norm.ts";

/**
 * Compares what types two schemas allow, null included.
 *
 * @returns whether the two have enough in common to look further
 */
export function compareTypes(scope: Scope, old: Norm, next: Norm): boolean {
  const where = homeOf(next);
  const [before, after] = [typesOf(old), typesOf(next)];
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
  const widens = [...before].every((type) => covers(after, type));
  const narrows = [...after].every((type) => covers(before, type));
  if (!widens && !narrows) {
    scope.report("type-changed", where, change);
    return false;
  }
  if (!narrows) scope.report(onlyNumbers(before, after) ? "number-widened" : "type-widened", where, change);
  if (!widens) scope.report(onlyNumbers(after, before) ? "number-narrowed" : "type-narrowed", where, change);
  const [was, is] = [old, next].map(({ byKind }) => byKind.has("null"));
  if (!was && is) scope.report("became-nullable", where, `${name} may be null now.`);
  if (was && !is) scope.report("became-not-nullable", where, `${name} is never null now.`);
  return before.size > 0 && after.size > 0;
}

/** The types of a schema's values, null aside. */
function typesOf({ byKind }: Norm): Set<string> {
  const types = new Set<string>();
  for (const [kind, shapes] of byKind) {
    if (kind === "null") continue;
    const isWhole =
      kind === "number" &&
      shapes.every(({ integer, values }) =>
        values === undefined ? integer : integer || [...values.values()].every(Number.isInteger),
      );
    types.add(isWhole ? "integer" : kind);
  }
  return types;
}

/** Whether nothing is said of the type. */
export function isAnything({ byKind }: Norm): boolean {
  const shapes = [...byKind].filter(([kind]) => kind !== "null" && kind !== "boolean").map(([, each]) => each);
  return byKind.size === 6 && shapes.every((each) => each.length === 1 && each[0]?.values === undefined && each[0]?.kinds.size === 6);
}

function covers(types: ReadonlySet<string>, type: string): boolean {
  return types.has(type) || (type === "integer" && types.has("number"));
}

/** Whether all that the wider side adds is that an integer may be any number. */
function onlyNumbers(narrow: ReadonlySet<string>, wide: ReadonlySet<string>): boolean {
  const asNumbers = new Set([...narrow].map((type) => (type === "integer" ? "number" : type)));
  return [...wide].every((type) => covers(asNumbers, type));
}

function isBinary({ byKind }: Norm): boolean {
  return byKind.get("string")?.every(({ formats }) => formats.includes("binary")) === true;
}

function spell(norm: Norm): string {
  if (isAnything(norm)) return "anything";
  const types = [...typesOf(norm), ...(norm.byKind.has("null") ? ["null"] : [])];
  return `${isBinary(norm) ? "binary " : ""}${types.join(" or ") || "nothing"}`;
}
