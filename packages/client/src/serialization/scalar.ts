import type { ParameterKind } from "../definition/parameter-definition.ts";
import type { Refuse } from "../errors/refusal.ts";
import { jsonText } from "./json-text.ts";
import { primitiveText } from "./primitive.ts";

/**
 * A value that is one text on the wire, whatever its kind: a primitive, a date or JSON.
 *
 * @throws {ConfigError} by `refuse`
 */
export function scalarText(value: unknown, kind: ParameterKind, refuse: Refuse): string {
  if (kind === "json") return jsonText(value, refuse);
  const isDate = kind.startsWith("date");
  if (value instanceof Date && (isDate || kind === "any")) {
    if (Number.isNaN(value.getTime())) refuse("is an invalid Date");
    return kind === "date" ? dayOf(value, refuse) : value.toISOString();
  }
  const type = typeof value;
  if (kind === "any" && (type === "number" || type === "boolean")) return primitiveText(value, type, refuse);
  if (kind !== "any" && !isDate) return primitiveText(value, kind, refuse);
  const isOfClass = typeof value === "object" && value !== null && !Array.isArray(value) && !isPlain(value);
  const text = isOfClass ? textOfObject(value, refuse) : value;
  if (typeof text !== "string") refuse(`must be a ${isDate ? `Date or a ${kind}` : "string, a number or a boolean"}`);
  return primitiveText(text, "string", refuse);
}

/**
 * The day that a Date stands for where it is midnight, in UTC (`new Date("2026-01-02")`) or where the program runs
 * (`new Date(2026, 0, 2)`). Any other is a moment, which is on two days at once.
 */
function dayOf(date: Date, refuse: Refuse): string {
  const iso = date.toISOString();
  if (iso.endsWith("T00:00:00.000Z")) return iso.slice(0, 10);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  if (local.endsWith("T00:00:00.000Z")) return local.slice(0, 10);
  return refuse("is a moment and no day: give a text YYYY-MM-DD, or a Date that is midnight");
}

/** Whether a value is an object of members: no list, and of no class that says otherwise. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null || Symbol.iterator in value || value instanceof Date) return false;
  // What the platform makes has no members of its own: a URL, a Temporal, a Blob.
  return typeof (value as { toJSON?: unknown }).toJSON !== "function" && String(TAG.call(value)) === "[object Object]";
}

const TAG = Object.prototype.toString;

/**
 * The one text that an object of a class stands for: a URL, a Temporal.
 *
 * @throws {ConfigError} by `refuse`, where it has none
 */
export function textOfObject(value: object, refuse: Refuse): string {
  const { toJSON } = value as { toJSON?: unknown };
  const text: unknown = typeof toJSON === "function" ? toJSON.call(value, "") : undefined;
  return typeof text === "string" ? text : refuse("is an object that stands for no text");
}
