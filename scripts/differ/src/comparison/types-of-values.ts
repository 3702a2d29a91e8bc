import { homeOf } from "./compare.ts";
import type { Scope } from "../document/scope.ts";
import { nameAlternative, ownPlaces } from "./wording.ts";
import type { Norm } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Kind } from "../normal-form/values.ts";

/** Keywords of an alternative that is a type and nothing else. */
const BARE = new Set(["type", "nullable", "title", "description", "example", "examples"]);

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
  const came = alternativesOf(next, before, after);
  const went = alternativesOf(old, after, before);
  if (!widens && !narrows && (came === undefined || went === undefined)) {
    scope.report("type-changed", where, change);
    return false;
  }
  if (!narrows && came !== undefined)
    for (const [kind, shape] of came)
      scope.report("union-member-added", homeOf(shape), `${name} may be ${nameAlternative(kind, shape)} now.`);
  else if (!narrows) scope.report(onlyNumbers(before, after) ? "number-widened" : "type-widened", where, change);
  if (!widens && went !== undefined)
    for (const [kind, shape] of went)
      scope.report("union-member-removed", homeOf(shape), `${name} is no longer ${nameAlternative(kind, shape)}.`);
  else if (!widens) scope.report(onlyNumbers(after, before) ? "number-narrowed" : "type-narrowed", where, change);
  const [was, is] = [old, next].map(({ byKind }) => byKind.has("null"));
  if (!was && is) scope.report("became-nullable", where, `${name} may be null now.`);
  if (was && !is) scope.report("became-not-nullable", where, `${name} is never null now.`);
  return before.size > 0 && after.size > 0;
}

/** The alternatives that some types are, where each is an alternative that says more than a type. */
function alternativesOf(
  norm: Norm,
  others: ReadonlySet<string>,
  types: ReadonlySet<string>,
): [Kind, Shape][] | undefined {
  const found: [Kind, Shape][] = [];
  const says = (shape: Shape): boolean =>
    ownPlaces(shape, norm).some(({ value }) => Object.keys(value).some((key) => !BARE.has(key)));
  // A union of mere types is a list of types.
  if (![...norm.byKind.values()].flat().some(says)) return undefined;
  for (const type of types) {
    if (covers(others, type)) continue;
    const kind: Kind = type === "integer" ? "number" : (type as Kind);
    for (const shape of norm.byKind.get(kind) ?? []) {
      if (ownPlaces(shape, norm).length === 0 || shape.values !== undefined) return undefined;
      found.push([kind, shape]);
    }
  }
  return found.length > 0 && [...types].some((type) => covers(others, type)) ? found : undefined;
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
  return (
    byKind.size === 6 &&
    shapes.every((each) => each.length === 1 && each[0]?.values === undefined && each[0]?.kinds.size === 6)
  );
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
