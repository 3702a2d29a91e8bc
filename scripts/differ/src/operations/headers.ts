import { below, keysOf } from "@x/openapi";
import { compareContent } from "./content.ts";
import { compareDeprecation, compareDocumentation } from "../document/documentation.ts";
import { compareEntry } from "../comparison/schema.ts";
import type { Scope } from "../document/scope.ts";
import { objectAt, type Place, type Side } from "../normal-form/side.ts";

/** Compares the headers of two responses. Their names have no case (RFC 9110). */
export function compareHeaders(scope: Scope, old: Place, next: Place): void {
  const before = headersOf(scope.walk.old, old);
  const after = headersOf(scope.walk.next, next);
  for (const [name, header] of before) {
    const other = after.get(name);
    if (other === undefined) scope.report("response-header-removed", header.where, `The header ${name} is gone.`);
    else compareHeader(scope, header.place, other.place);
  }
  for (const [name, header] of after) {
    if (!before.has(name)) scope.report("response-header-added", header.where, `The header ${name} is new.`);
  }
}

function headersOf(side: Side, { pointer, value }: Place): Map<string, { where: string; place: Place }> {
  const headers = new Map<string, { where: string; place: Place }>();
  for (const [name, header] of Object.entries(objectAt(value, "headers"))) {
    const where = below(pointer, "headers", name);
    headers.set(name.toLowerCase(), { where, place: side.resolve(header, where) });
  }
  // The media type says it: a description here is to be ignored.
  headers.delete("content-type");
  return headers;
}

/** Compares two headers, once for all responses that share them. */
export function compareHeader(scope: Scope, old: Place, next: Place): void {
  scope.enter("header", old.pointer, next.pointer, (inner) => {
    const name = `The header ${next.pointer.startsWith("/components") ? inner.name(next.pointer) : keysOf(next.pointer).at(-1)}`;
    compareDocumentation(inner, old, next, ["description"]);
    compareDeprecation(inner, old, next, name);
    const before = old.value["required"] === true;
    const after = next.value["required"] === true;
    if (!before && after) inner.report("response-header-became-required", next.pointer, `${name} is always there now.`);
    if (before && !after) inner.report("response-header-became-optional", next.pointer, `${name} may be absent now.`);
    compareContent(inner, old, next, "response");
    const oldSchema = inner.walk.old.node(old.value["schema"], below(old.pointer, "schema"));
    compareEntry(inner, oldSchema, inner.walk.next.node(next.value["schema"], below(next.pointer, "schema")));
  });
}
