import type { Refuse } from "../errors/refusal.ts";

/**
 * A value as JSON. It is well-formed unicode whatever the value holds: lone surrogates come out escaped.
 *
 * @param refuse - throws for what JSON does not have
 */
export function jsonText(value: unknown, refuse: Refuse): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    refuse("can't be serialized as JSON (circular, a bigint, or its toJSON throws)");
  }
  return text ?? refuse(`can't be serialized as JSON (given: ${typeof value})`);
}
