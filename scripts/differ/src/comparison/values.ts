import { below, type Json } from "@x/openapi";
import { homeOf } from "./compare.ts";
import type { Scope } from "../document/scope.ts";
import type { Norm } from "../normal-form/norm.ts";
import { without, type Kind, type Values } from "../normal-form/values.ts";
import { list } from "../wording.ts";

/** Compares the values that two schemas list by `enum` or `const`, or by alternatives that are constants. */
export function compareValues(scope: Scope, old: Norm, next: Norm): void {
  const name = scope.name(homeOf(next));
  const where = pointerOf(next);
  const added: Json[] = [];
  const removed: Json[] = [];
  let kept = 0;
  const came: Json[] = [];
  const went: Json[] = [];
  for (const kind of new Set([...old.byKind.keys(), ...next.byKind.keys()])) {
    if (kind === "null") continue;
    const [before, after] = [listedOf(old, kind), listedOf(next, kind)];
    const isInBoth = old.byKind.has(kind) && next.byKind.has(kind);
    if (before !== undefined && after !== undefined) {
      const gone = without(before, after);
      kept += before.size - gone.length;
      removed.push(...gone);
      added.push(...without(after, before));
    } else if (before !== undefined) (isInBoth ? went : removed).push(...before.values());
    else if (after !== undefined) (isInBoth ? came : added).push(...after.values());
    else if (isInBoth) kept += 1;
  }
  if (came.length > 0) scope.report("enum-added", where, `${name} is one of ${list(came)} now, and nothing else.`);
  if (went.length > 0) scope.report("enum-removed", pointerOf(old), `${name} is no longer limited to ${list(went)}.`);
  if (removed.length > 0 && added.length > 0 && kept === 0) {
    scope.report("enum-replaced", where, `${name} was ${list(removed)} and is ${list(added)} now.`);
    return;
  }
  if (added.length > 0) scope.report("enum-widened", where, `${name} may be ${list(added)} now.`);
  if (removed.length > 0) scope.report("enum-narrowed", where, `${name} is no longer ${list(removed)}.`);
}

/** The values of a kind where they are all listed; both booleans are no list. */
function listedOf({ byKind }: Norm, kind: Kind): Values | undefined {
  const shapes = byKind.get(kind) ?? [];
  const [only] = shapes;
  if (shapes.length !== 1 || only?.values === undefined) return undefined;
  return kind === "boolean" && only.values.size === 2 ? undefined : only.values;
}

/** Where a schema lists its values itself; else the schema. */
function pointerOf(norm: Norm): string {
  const home = norm.places.find(({ value }) => value["enum"] !== undefined || value["const"] !== undefined);
  if (home === undefined) return homeOf(norm);
  return below(home.pointer, home.value["enum"] === undefined ? "const" : "enum");
}
