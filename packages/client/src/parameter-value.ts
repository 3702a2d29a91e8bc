import type { ParameterKind } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";

/** Names a parameter in a refusal: never its value, which may be personal. */
export type Refuse = (why: string) => never;

/** A function that refuses one parameter by place and name. */
export function refusal(operation: string, place: string, name: string): Refuse {
  return (why) => {
    throw new ConfigError(`${place} parameter "${name}" ${why}`, { operation });
  };
}

/**
 * A primitive as text, if it is one that the spec's type can carry.
 *
 * @throws {ConfigError} by `refuse`
 */
export function primitiveText(value: unknown, kind: ParameterKind, refuse: Refuse): string {
  if (kind === "json") return wellFormed(toJson(value, refuse), refuse);
  if (value instanceof Date && (kind === "date-time" || kind === "date")) {
    if (Number.isNaN(value.getTime())) refuse("is an invalid Date");
    return kind === "date" ? value.toISOString().slice(0, 10) : value.toISOString();
  }
  const wanted = kind === "integer" ? "number" : kind.startsWith("date") ? "string" : kind;
  const type = typeof value;
  const fits = wanted === "any" ? type === "string" || type === "number" || type === "boolean" : type === wanted;
  if (!fits)
    refuse(
      `must be ${article(kind)}, not ${value === null ? "null" : Array.isArray(value) ? "an array" : article(type)}`,
    );
  if (type === "number" && !(kind === "integer" ? Number.isSafeInteger(value) : Number.isFinite(value))) {
    refuse(`must be ${kind === "integer" ? "a whole" : "a finite"} number`);
  }
  return wellFormed(String(value), refuse);
}

/** The text, if it is well-formed unicode: a lone surrogate has no UTF-8 form. */
function wellFormed(text: string, refuse: Refuse): string {
  if (/\p{Cs}/u.test(text)) refuse("has a lone surrogate: it is not well-formed unicode");
  return text;
}

function toJson(value: unknown, refuse: Refuse): string {
  try {
    return JSON.stringify(value) ?? refuse("can't be sent as JSON");
  } catch {
    return refuse("can't be sent as JSON (a cycle or a bigint)");
  }
}

function article(word: string): string {
  if (word === "any") return "a string, a number or a boolean";
  if (word === "undefined") return word;
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}
