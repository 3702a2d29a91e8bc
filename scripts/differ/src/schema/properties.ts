import type { Direction, SchemaKind } from "../rules.ts";
import { compareSchema } from "./schema.ts";
import type { Scope } from "../document/scope.ts";
import { type Shape, shapeOf } from "./shape.ts";
import type { Place, Side } from "../document/side.ts";
import { inDirection } from "../wording.ts";

/** A property as one side has it. */
interface Property {
  pointer: string;
  places: Place[];
  /** Whether messages must hold it: `required`, but for a direction it does not travel in. */
  required: boolean;
  readOnly: boolean;
  writeOnly: boolean;
}

/** Compares the properties of two objects by name: which there are, which must be there, and what they hold. */
export function compareProperties(scope: Scope, old: Shape, next: Shape): void {
  for (const name of new Set([...old.properties.keys(), ...next.properties.keys()])) {
    const before = propertyOf(scope.walk.old, old, name, scope.direction);
    const after = propertyOf(scope.walk.next, next, name, scope.direction);
    const where = (after ?? before)?.pointer ?? "";
    if (before === undefined || after === undefined) {
      const inner = travels(scope, before ?? after);
      const noun = `The ${inDirection(inner.direction, "property")} ${scope.name(where)}`;
      if (before !== undefined) {
        inner.report("property-removed", where, `${noun} is gone.`);
      } else if (after?.required === true) {
        inner.report("required-property-added", where, `${noun} is new and required.`);
      } else inner.report("property-added", where, `${noun} is new.`);
      continue;
    }
    comparePresence(scope, before, after, where);
    const neither = (before.readOnly && after.readOnly) || (before.writeOnly && after.writeOnly);
    compareSchema(neither ? travels(scope, after) : scope, before.places, after.places);
  }
  compareUndescribed(scope, old, next);
}

function comparePresence(scope: Scope, before: Property, after: Property, where: string): void {
  const same =
    before.required === after.required && before.readOnly === after.readOnly && before.writeOnly === after.writeOnly;
  if (same) return;
  const name = `The ${inDirection(scope.direction, "property")} ${scope.name(where)}`;
  if (before.readOnly !== after.readOnly) {
    if (!after.readOnly && after.required && scope.direction === "request") {
      scope.report("property-became-required", where, `${name} is no longer read-only, and required.`);
    } else {
      const kind: SchemaKind = after.readOnly ? "property-became-read-only" : "property-became-writable";
      scope.report(kind, where, `${name} is ${after.readOnly ? "read-only now" : "no longer read-only"}.`);
    }
    if (scope.direction === "request") return;
  }
  if (before.writeOnly !== after.writeOnly) {
    const kind: SchemaKind = after.writeOnly ? "property-became-write-only" : "property-became-readable";
    scope.report(kind, where, `${name} is ${after.writeOnly ? "write-only now" : "no longer write-only"}.`);
    if (scope.direction === "response") return;
  }
  if (!before.required && after.required) scope.report("property-became-required", where, `${name} is required now.`);
  if (before.required && !after.required)
    scope.report("property-became-optional", where, `${name} is no longer required.`);
}

/** A property that does not travel this way is compared as a type alone. */
function travels(scope: Scope, property: Property | undefined): Scope {
  const stays =
    (scope.direction === "request" && property?.readOnly === true) ||
    (scope.direction === "response" && property?.writeOnly === true);
  return stays ? scope.toward("component") : scope;
}

function propertyOf(side: Side, shape: Shape, name: string, direction: Direction): Property | undefined {
  const property = shape.properties.get(name);
  if (property === undefined) return undefined;
  const { pointer, places } = property;
  const { written } = shapeOf(side, places);
  const readOnly = written.has("readOnly");
  const writeOnly = written.has("writeOnly");
  const excused = (direction === "request" && readOnly) || (direction === "response" && writeOnly);
  return { pointer, places, readOnly, writeOnly, required: shape.required.has(name) && !excused };
}

/** Names in `required` that neither side describes as a property. */
function compareUndescribed(scope: Scope, old: Shape, next: Shape): void {
  const described = (name: string): boolean => old.properties.has(name) || next.properties.has(name);
  const where = next.places[0]?.pointer ?? "";
  for (const name of next.required) {
    if (old.required.has(name) || described(name)) continue;
    scope.report(
      "undescribed-property-required",
      where,
      `${scope.name(where)} demands ${name} now, which no property describes.`,
    );
  }
  for (const name of old.required) {
    if (next.required.has(name) || described(name)) continue;
    scope.report(
      "undescribed-property-optional",
      where,
      `${scope.name(where)} no longer demands ${name}, which no property describes.`,
    );
  }
}
