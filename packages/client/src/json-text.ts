import type { Refuse } from "./errors.ts";

/**
 * A value as JSON. It is well-formed unicode whatever the value holds: lone surrogates come out escaped.
 *
 * @param refuse - throws for what JSON does not have
 */
export function jsonText(value: unknown, refuse: Refuse): string {
  try {
    return JSON.stringify(value) ?? refuse("can't be sent as JSON");
  } catch {
    return refuse("can't be sent as JSON (a cycle, a bigint or a toJSON that throws)");
  }
}
