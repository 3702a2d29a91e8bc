import { compareAdditionalProperties } from "./additional-properties.ts";
import { compareConstraints } from "./constraints.ts";
import { compareSchemaDocumentation } from "../document/documentation.ts";
import { compareEnums } from "./enums.ts";
import { compareProperties } from "./properties.ts";
import type { Scope } from "../document/scope.ts";
import { type Shape, placesKey, shapeOf } from "./shape.ts";
import type { Place } from "../document/side.ts";
import { compareTypes } from "./types-of-values.ts";
import { compareUnions } from "../unions/unions.ts";

/**
 * Compares two schemas in the scope's direction, and all they reach. Each pair is compared once per direction, which is also
 * what ends recursion. For a component that nothing uses the comparison stops at other components: each has its own turn.
 *
 * @throws {Problem} when a reference dangles
 */
export function compareSchema(scope: Scope, old: Place[], next: Place[]): void {
  if (scope.direction === "component" && isPairOfComponents(scope, old, next)) return;
  scope.enter("schema", placesKey(old), placesKey(next), (inner) => {
    compareShapes(inner, shapeOf(scope.walk.old, old), shapeOf(scope.walk.next, next));
  });
}

function isPairOfComponents(scope: Scope, old: Place[], next: Place[]): boolean {
  const [oldHome] = old;
  const [nextHome] = next;
  if (oldHome === undefined || nextHome === undefined) return false;
  return old.length === next.length && scope.walk.pairs.get(oldHome.pointer) === nextHome.pointer;
}

/** What `compareSchema` does, without asking whether it was done before. */
export function compareShapes(scope: Scope, old: Shape, next: Shape): void {
  compareSchemaDocumentation(scope, old, next);
  compareFlags(scope, old, next);
  if (old.unions.length > 0 || next.unions.length > 0) {
    if (!compareUnions(scope, old, next)) return;
  }
  if (!compareTypes(scope, old, next)) return;
  compareEnums(scope, old, next);
  compareConstraints(scope, old, next);
  compareProperties(scope, old, next);
  compareAdditionalProperties(scope, old, next);
  compareItems(scope, old, next);
}

function compareFlags(scope: Scope, old: Shape, next: Shape): void {
  const before = old.written.get("deprecated");
  const after = next.written.get("deprecated");
  if (before === undefined && after !== undefined) {
    scope.report("deprecated", after.pointer, `${scope.name(after.pointer)} is deprecated now.`);
  } else if (before !== undefined && after === undefined) {
    const where = next.places[0]?.pointer ?? before.pointer;
    scope.report("no-longer-deprecated", where, `${scope.name(where)} is no longer deprecated.`);
  }
}

function compareItems(scope: Scope, old: Shape, next: Shape): void {
  // No `items` is `items: {}`: anything.
  if (old.items !== undefined || next.items !== undefined) {
    compareSchema(scope, old.items ?? anything(old), next.items ?? anything(next));
  }
  if (old.tuple.length !== next.tuple.length) {
    const where = next.places[0]?.pointer ?? "";
    scope.report("type-changed", where, `${scope.name(where)} has another number of fixed array positions.`);
    return;
  }
  for (const [index, item] of old.tuple.entries()) compareSchema(scope, item, next.tuple[index] ?? []);
}

function anything(shape: Shape): Place[] {
  return [{ pointer: `${shape.places[0]?.pointer ?? ""}/items`, value: {} }];
}
