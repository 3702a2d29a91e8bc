import { below } from "@x/openapi";
import { compareFurther } from "./additional-properties.ts";
import { type Compare, homeOf } from "./compare.ts";
import type { Scope } from "../document/scope.ts";
import { hasFlag } from "../inclusion/way.ts";
import { maySendMore, nodeAt, partNaming, propertyNames } from "../normal-form/members.ts";
import { normOf } from "../normal-form/norm.ts";
import type { Shape } from "../normal-form/shape.ts";
import type { Node } from "../normal-form/side.ts";
import type { SchemaKind } from "../rules.ts";
import { inDirection } from "../wording.ts";

/** A property as one side has it. */
interface Property {
  readonly pointer: string;
  readonly node: Node;
  /** Whether messages must hold it: `required`, but for a direction it does not travel in. */
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
}

/** Compares two objects: which properties there are, which must be there, what they hold, and what else there may be. */
export function compareObjects(scope: Scope, old: Shape, next: Shape, compare: Compare): void {
  const [before, after] = [propertiesOf(scope, old), propertiesOf(scope, next)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(name), after.get(name)];
    if (one === undefined || other === undefined) compareExistence(scope, one, other, maySendMore(old));
    else {
      comparePresence(scope, one, other);
      const neither = (one.readOnly && other.readOnly) || (one.writeOnly && other.writeOnly);
      compare(neither ? travels(scope, other) : scope, one.node, other.node);
    }
  }
  const described = (name: string): boolean => before.has(name) || after.has(name);
  const where = homeOf(next);
  for (const name of next.required) {
    if (old.required.has(name) || described(name)) continue;
    const text = `${scope.name(where)} demands ${name} now, which no property describes.`;
    scope.report("undescribed-property-required", where, text);
  }
  for (const name of old.required) {
    if (next.required.has(name) || described(name)) continue;
    const text = `${scope.name(where)} no longer demands ${name}, which no property describes.`;
    scope.report("undescribed-property-optional", where, text);
  }
  compareFurther(scope, old, next, compare);
}

function compareExistence(
  scope: Scope,
  before: Property | undefined,
  after: Property | undefined,
  wasOpen: boolean,
): void {
  const { pointer: where } = after ?? (before as Property);
  const inner = travels(scope, before ?? after);
  const noun = `The ${inDirection(inner.direction, "property")} ${scope.name(where)}`;
  if (before !== undefined) inner.report("property-removed", where, `${noun} is gone.`);
  else if (after?.required === true) inner.report("required-property-added", where, `${noun} is new and required.`);
  else if (wasOpen && inner.answer !== "yes")
    inner.report("open-property-added", where, `${noun} is new, and was allowed to be something else before.`);
  else inner.report("property-added", where, `${noun} is new.`);
}

function comparePresence(scope: Scope, before: Property, after: Property): void {
  const same =
    before.required === after.required && before.readOnly === after.readOnly && before.writeOnly === after.writeOnly;
  if (same) return;
  const where = after.pointer;
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

/** The properties that a shape names. One that takes no value is none. */
function propertiesOf({ direction }: Scope, shape: Shape): Map<string, Property> {
  const properties = new Map<string, Property>();
  for (const name of propertyNames(shape)) {
    const node = nodeAt(shape, name);
    const part = partNaming(shape, name);
    if (node === undefined || part === undefined || normOf(node).byKind.size === 0) continue;
    const readOnly = hasFlag(node, "readOnly");
    const writeOnly = hasFlag(node, "writeOnly");
    const excused = (direction === "request" && readOnly) || (direction === "response" && writeOnly);
    const required = shape.required.has(name) && !excused;
    properties.set(name, { pointer: below(part.pointer, "properties", name), node, readOnly, writeOnly, required });
  }
  return properties;
}
