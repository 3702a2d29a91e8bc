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
    return value.toISOString().slice(0, kind === "date" ? 10 : undefined);
  }
  const type = typeof value;
  if (kind === "any" && (type === "number" || type === "boolean")) return primitiveText(value, type, refuse);
  if (kind !== "any" && !isDate) return primitiveText(value, kind, refuse);
  if (type !== "string") refuse(`must be a ${isDate ? `Date or a ${kind}` : "string, a number or a boolean"}`);
  return primitiveText(value, "string", refuse);
}
