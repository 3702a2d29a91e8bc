import type { Json, JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import { below } from "./pointer.ts";

/** Something that a tool must not be given, and where it stands. */
export interface Unsafe {
  readonly pointer: string;
  readonly why: string;
}

/**
 * Keys that tools stumble over. `__proto__` becomes a prototype where a tool copies it; redocly, which lints and which
 * openapi-typescript reads with, finds the methods of every object in its tables of fields, and calls them.
 */
const KEYS = new Set(Object.getOwnPropertyNames(Object.prototype));
// These it does no more than call.
KEYS.delete("constructor");
KEYS.delete("toString");

/**
 * What makes a tool that is not ours do more than read the document: a `$ref` out of it, wherever it stands, since linters
 * and mock servers follow it in examples and extensions too; a discriminator's `mapping` that leads out of it; and a key
 * that means something to JavaScript.
 */
export function unsafeOf(document: JsonObject): Unsafe[] {
  const found: Unsafe[] = [];
  const waiting: [pointer: string, value: Json][] = [["", document]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [pointer, value] = next;
    if (typeof value !== "object" || value === null) continue;
    const isMapping = !Array.isArray(value) && pointer.endsWith("/discriminator/mapping");
    for (const [key, member] of Object.entries(value)) {
      const where = below(pointer, key);
      if (KEYS.has(key)) found.push({ pointer: where, why: `no key can be called ${key}` });
      if (typeof member === "string") {
        const isReference = key === "$ref" || (isMapping && /[/:\\]/.test(member));
        if (isReference && !member.startsWith("#"))
          found.push({ pointer: where, why: `the reference ${JSON.stringify(member)} leaves the document` });
      } else waiting.push([where, member]);
    }
  }
  return found;
}

/**
 * To be asked before a document is given to a tool that is not ours.
 *
 * @throws {Problem} naming each place, and why
 */
export function refuseUnsafe(document: JsonObject, source: string): void {
  refuse(unsafeOf(document), source);
}

/** Where a document has a key that means something to JavaScript: outer ones first. */
export function unsafeKeys(document: JsonObject): string[] {
  const found = unsafeOf(document).filter(({ why }) => why.startsWith("no key"));
  return found.map(({ pointer }) => pointer).toSorted();
}

/**
 * A copy without `externalValue` of examples and whatever looks like one: it is documentation, and redocly, in its linter as
 * in openapi-typescript, fetches it.
 */
export function withoutExternalValues(document: JsonObject): JsonObject {
  const copied = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(copied);
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(([key, member]) => key !== "externalValue" || typeof member !== "string");
    return Object.fromEntries(kept.map(([key, member]) => [key, copied(member)]));
  };
  return copied(document) as JsonObject;
}

function refuse(found: readonly Unsafe[], source: string): void {
  const lines = found.map(({ pointer, why }) => `${source}#${pointer}: ${why}.`);
  if (lines.length > 0) throw new Problem(lines.toSorted().join("\n"));
}
