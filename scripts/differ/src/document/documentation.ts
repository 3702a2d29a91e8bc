import { isDeepStrictEqual } from "node:util";
import { below, type JsonObject } from "@x/openapi";
import type { Scope } from "./scope.ts";
import type { Place } from "../normal-form/side.ts";

/** Reports each of these keywords that differs between two objects: text for people, which is a patch. */
export function compareDocumentation(
  scope: Scope,
  old: Place,
  next: Place,
  keywords: readonly string[] = ["summary", "description", "externalDocs"],
): void {
  for (const keyword of keywords) {
    const before = old.value[keyword];
    const after = next.value[keyword];
    if (isDeepStrictEqual(before, after)) continue;
    const where = below(after === undefined ? old.pointer : next.pointer, keyword);
    scope.report(
      "documentation-changed",
      where,
      documentationSentence(scope, keyword, where, before !== undefined, after !== undefined),
    );
  }
}

export function documentationSentence(
  scope: Scope,
  keyword: string,
  where: string,
  before: boolean,
  after: boolean,
): string {
  const isMany = keyword === "tags" || keyword === "links";
  const verb =
    before && after ? (isMany ? "have changed" : "has changed") : `${isMany ? "are" : "is"} ${after ? "new" : "gone"}`;
  return `The ${keyword} of ${scope.name(where.slice(0, where.lastIndexOf("/")))} ${verb}.`;
}

/** Reports a `deprecated` flag that came or went on an operation, parameter or header. */
export function compareDeprecation(scope: Scope, old: Place, next: Place, what: string): void {
  const before = isDeprecated(old.value);
  const after = isDeprecated(next.value);
  if (!before && after) scope.report("deprecated", below(next.pointer, "deprecated"), `${what} is deprecated now.`);
  if (before && !after) scope.report("no-longer-deprecated", next.pointer, `${what} is no longer deprecated.`);
}

function isDeprecated(value: JsonObject): boolean {
  return value["deprecated"] === true;
}
