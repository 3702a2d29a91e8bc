import { below } from "@x/openapi";
import type { Scope } from "../document/scope.ts";
import type { Shape } from "./shape.ts";
import { without } from "./value-set.ts";
import { list } from "../wording.ts";

/** Compares the values two schemas list by `enum` or `const`. */
export function compareEnums(scope: Scope, old: Shape, next: Shape): void {
  const before = old.values;
  const after = next.values;
  if (before === undefined && after === undefined) return;
  const home = next.places[0];
  const name = scope.name(home?.pointer ?? "");
  const where = pointerOf(next);
  if (before === undefined || after === undefined) {
    if (after !== undefined) scope.report("enum-added", where, `${name} only takes ${list(after)} now.`);
    if (before !== undefined)
      scope.report("enum-removed", pointerOf(old), `${name} is no longer limited to ${list(before)}.`);
    return;
  }
  const added = without(after, before);
  const removed = without(before, after);
  if (removed.length === before.length && added.length > 0 && before.length > 0) {
    scope.report("enum-replaced", where, `${name} was ${list(before)} and is ${list(after)} now.`);
    return;
  }
  if (added.length > 0) scope.report("enum-widened", where, `${name} may be ${list(added)} now.`);
  if (removed.length > 0) scope.report("enum-narrowed", where, `${name} is no longer ${list(removed)}.`);
}

/** Where a schema lists its values itself; else the schema. */
function pointerOf({ places: [home] }: Shape): string {
  const keyword = ["enum", "const"].find((key) => home?.value[key] !== undefined);
  const pointer = home?.pointer ?? "";
  return keyword === undefined ? pointer : below(pointer, keyword);
}
