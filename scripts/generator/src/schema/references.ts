import { danglingOf, isObject, Problem, referenceIn, walk, type Json, type JsonObject } from "@x/openapi";

/**
 * Left to itself, openapi-typescript would go and read what a reference names elsewhere, from disk or from the network.
 *
 * @throws {Problem} for references that lead nowhere, and for a `$ref` where OpenAPI knows none
 */
export function refuseReferences(document: JsonObject, source: string): void {
  const lines: string[] = [];
  for (const [where, reference] of danglingOf(document)) {
    // Which key an operation takes is looked at with the operation.
    if (/\/security\/\d+$/.test(where)) continue;
    const why = reference.startsWith("#/") ? "points at nothing" : "leaves the document";
    lines.push(`${source}#${where}: the reference "${reference}" ${why}.`);
  }
  for (const { role, pointer, value, reference } of walk(document)) {
    if (reference !== undefined || referenceIn(value) === undefined) continue;
    lines.push(`${source}#${pointer}/$ref: no ${role} can be a reference.`);
  }
  if (lines.length) throw new Problem(lines.join("\n"));
}

/**
 * A copy of the document without what only looks like a reference, in an example or an extension: openapi-typescript would
 * follow it as well.
 */
export function withoutLookalikes(document: JsonObject): JsonObject {
  const references = new Set<Json>();
  for (const { value, reference } of walk(document)) if (reference !== undefined) references.add(value);
  const text = JSON.stringify(document, function (this: unknown, _, value: Json) {
    if (!isObject(value) || referenceIn(value) === undefined || references.has(value)) return value;
    return Array.isArray(this) ? {} : undefined;
  });
  return JSON.parse(text) as JsonObject;
}
