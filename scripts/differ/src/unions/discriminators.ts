import type { Scope } from "../document/scope.ts";
import type { Discriminator, Union } from "./union.ts";
import { list } from "../wording.ts";

/** Compares how two unions tell their alternatives apart. Values of alternatives that came or went are theirs. */
export function compareDiscriminators(scope: Scope, old: Union, next: Union): void {
  const before = old.discriminator;
  const after = next.discriminator;
  const name = scope.name(next.pointer);
  if (before === undefined && after !== undefined) {
    scope.report("discriminator-added", after.pointer, `${name} is told apart by ${after.property} now.`);
  } else if (before !== undefined && after === undefined) {
    scope.report("discriminator-removed", next.pointer, `${name} is no longer told apart by ${before.property}.`);
  } else if (before !== undefined && after !== undefined) {
    compareValues(scope, before, after, name);
  }
}

function compareValues(scope: Scope, before: Discriminator, after: Discriminator, name: string): void {
  if (before.property !== after.property) {
    const text = `${name} is told apart by ${after.property} instead of ${before.property} now.`;
    scope.report("discriminator-changed", after.pointer, text);
    return;
  }
  const renamed = (target: string): string => {
    const pair = scope.walk.pairs.get(`/components/schemas/${target}`);
    return pair === undefined ? target : targetOf(pair);
  };
  const changed: string[] = [];
  for (const [value, target] of before.mapping) {
    const now = after.mapping.get(value);
    if (now === undefined || renamed(targetOf(target)) !== targetOf(now)) changed.push(value);
  }
  const added = [...after.mapping.keys()].filter((value) => !before.mapping.has(value));
  if (changed.length > 0) {
    const text = `${name} no longer means the same by ${after.property} ${list(changed)}.`;
    scope.report("discriminator-changed", after.pointer, text);
  }
  if (added.length > 0) {
    scope.report("discriminator-value-added", after.pointer, `${after.property} may be ${list(added)} now.`);
  }
}

/** A mapping names a schema by reference or by bare name. */
function targetOf(value: unknown): string {
  return String(value).replace(/^.*\//, "");
}
