import { below, isObject, type Json } from "@x/openapi";
import { homeOf } from "./compare.ts";
import type { Scope } from "../document/scope.ts";
import type { Norm } from "../normal-form/norm.ts";
import { list } from "../wording.ts";

interface Discriminator {
  readonly property: string;
  readonly pointer: string;
  /** What the values stand for, by name. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** Compares how two schemas tell their alternatives apart. */
export function compareDiscriminators(scope: Scope, old: Norm, next: Norm): void {
  const [before, after] = [discriminatorOf(old), discriminatorOf(next)];
  if (before === undefined && after === undefined) return;
  const name = scope.name(homeOf(next));
  if (before === undefined) {
    scope.report("discriminator-added", after?.pointer ?? "", `${name} is told apart by ${after?.property} now.`);
  } else if (after === undefined) {
    scope.report("discriminator-removed", homeOf(next), `${name} is no longer told apart by ${before.property}.`);
  } else if (before.property !== after.property) {
    const text = `${name} is told apart by ${after.property} instead of ${before.property} now.`;
    scope.report("discriminator-changed", after.pointer, text);
  } else {
    const renamed = (target: string): string =>
      scope.walk.pairs.get(below("/components/schemas", target))?.replace(/^.*\//, "") ?? target;
    const changed: string[] = [];
    for (const [value, target] of before.mapping) if (after.mapping.get(value) !== renamed(target)) changed.push(value);
    const added = [...after.mapping.keys()].filter((value) => !before.mapping.has(value));
    if (changed.length > 0)
      scope.report(
        "discriminator-changed",
        after.pointer,
        `${name} no longer means the same by ${after.property} ${list(changed)}.`,
      );
    if (added.length > 0)
      scope.report(
        "discriminator-value-added",
        after.pointer,
        `The ${after.property} of ${name} may be ${list(added)} now.`,
      );
  }
}

function discriminatorOf({ places }: Norm): Discriminator | undefined {
  for (const { value, pointer } of places) {
    const written = value["discriminator"];
    if (!isObject(written) || typeof written["propertyName"] !== "string") continue;
    const mapping = Object.entries(isObject(written["mapping"]) ? written["mapping"] : {});
    // A mapping names a schema by reference or by bare name.
    const targets = mapping.map(
      ([each, target]: [string, Json]) => [each, String(target).replace(/^.*\//, "")] as const,
    );
    return { property: written["propertyName"], pointer: below(pointer, "discriminator"), mapping: new Map(targets) };
  }
  return undefined;
}
