import type { ApiDefinition } from "../definition/api-definition.ts";
import { ConfigError } from "../errors/errors.ts";
import { reduced } from "../errors/redact.ts";
import { refusal } from "../errors/refusal.ts";
import { fromEnvironment } from "./environment.ts";
import type { ClientOptions } from "./options.ts";

/**
 * Gives a valid key for an operation, or undefined where there is none to give.
 *
 * @param keys - those that the call had before, to be kept out of messages
 */
export type KeySource = (operation: string, keys: readonly string[]) => string | undefined | Promise<string>;

/**
 * Where the key comes from: the option, else the environment variable. A key that is given as a string is checked at
 * once; a function is called, and what it returns is checked, at every attempt.
 *
 * @throws {ConfigError} when there is none although an operation needs one, or when it can't be sent in a header
 */
export function keySource(api: ApiDefinition, variable: string, option: ClientOptions["apiKey"]): KeySource {
  if (typeof option === "function") {
    return async (operation, keys) => {
      let key: unknown;
      try {
        key = await option();
      } catch (thrown) {
        throw new ConfigError("your `apiKey` function failed", { operation, cause: reduced(thrown, keys) });
      }
      return checkedKey(key, variable, operation);
    };
  }
  const key = option === undefined ? fromEnvironment(variable) : option;
  const isNeeded = Object.values(api.operations).some(({ security }) => security);
  if (key !== undefined || isNeeded) checkedKey(key, variable);
  return () => key;
}

/** Adds the key as the spec wants it. Goes on last: nothing a caller sets can replace or copy it. */
export function authorize(headers: Record<string, string>, security: string, key: string): void {
  if (security === "bearer") headers["authorization"] = `Bearer ${key}`;
  else headers[security] = key;
}

/** What may stand in a header: printable ASCII without spaces (RFC 9110, field-vchar; RFC 6750, b64token). */
function checkedKey(key: unknown, variable: string, operation?: string): string {
  if (typeof key === "string" && /^[\x21-\x7e]+$/.test(key)) return key;
  const why = key ? "must be printable ASCII without spaces" : "is missing";
  return refusal(operation, `the API key (apiKey, or ${variable} in the environment)`)(why);
}
