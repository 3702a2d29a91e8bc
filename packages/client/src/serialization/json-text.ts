import { ConfigError } from "../errors/errors.ts";
import type { Refuse } from "../errors/refusal.ts";

/**
 * A value as JSON. It is well-formed unicode whatever the value holds: lone surrogates come out escaped.
 *
 * @param refuse - throws for what JSON does not have
 * @param replacer - sees each value
 */
export function jsonText(value: unknown, refuse: Refuse, replacer?: (key: string, value: unknown) => unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value, replacer);
  } catch (thrown) {
    if (thrown instanceof ConfigError) throw thrown;
    refuse("can't be serialized as JSON (circular, a bigint, or its toJSON throws)");
  }
  return text ?? refuse(`can't be serialized as JSON (given: ${typeof value})`);
}

/** Sees to it that no bytes are in a JSON: `JSON.stringify` makes `{}` of a Blob, and an object of numbers of an array. */
export function withoutBytes(refuse: Refuse): (key: string, value: unknown) => unknown {
  return (key, value) => {
    if (value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      refuse(`has bytes in "${key}", which JSON does not have: give them as the API wants them, mostly as base64`);
    return value;
  };
}
