import { isObject, type Json } from "@x/openapi";

/** The types of JSON values. An integer is a number. */
export const kinds = ["null", "boolean", "number", "string", "array", "object"] as const;
export type Kind = (typeof kinds)[number];

export function kindOf(value: Json): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as Kind;
}

/** A value as text that is the same for equal values: the order of keys means nothing, and 1.0 is 1. */
export function textOf(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).toSorted();
  return `{${members.map((key) => `${JSON.stringify(key)}:${textOf(value[key] ?? null)}`).join()}}`;
}

/** Values by their text. */
export type Values = ReadonlyMap<string, Json>;

export function valuesOf(list: readonly Json[]): Map<string, Json> {
  return new Map(list.map((value) => [textOf(value), value]));
}

/** The values of the first that the second does not hold. */
export function without(values: Values, others: Values): Json[] {
  const left: Json[] = [];
  for (const [text, value] of values) if (!others.has(text)) left.push(value);
  return left;
}
