import type { Granted } from "../definition/access.ts";
import type { SetUp } from "../definition/api-definition.ts";
import { ConfigError } from "../errors/errors.ts";
import { reduced } from "../errors/redact.ts";
import { refusal } from "../errors/refusal.ts";
import { fromEnvironment } from "./environment.ts";

/**
 * One bearer key, all that most APIs have: the option, else the environment variable. A key that is given as a string is
 * checked at once; a function is called, and what it returns is checked, at every attempt.
 *
 * @throws {ConfigError} when there is none although an operation needs one, or when it can't be sent in a header
 */
export const bearerKey: SetUp = (api, { apiKey: variable }, { apiKey }) => {
  const checked = (key: unknown, operation?: string): string => {
    // What may stand in a header: printable ASCII without spaces (RFC 9110, field-vchar; RFC 6750, b64token).
    if (typeof key === "string" && /^[\x21-\x7e]+$/.test(key)) return key;
    const why = key ? "must be printable ASCII, without spaces" : "is missing";
    return refusal(operation, `the API key (apiKey, or ${variable} in the environment)`)(why);
  };
  if (typeof apiKey === "function") {
    return {
      key: async ({ operation, keys }) => {
        let given: unknown;
        try {
          given = await apiKey();
        } catch (cause) {
          throw new ConfigError("your `apiKey` function failed", { operation, cause: reduced(cause, keys) });
        }
        return bearer(checked(given, operation));
      },
    };
  }
  const key = apiKey === undefined ? fromEnvironment(variable) : apiKey;
  const isNeeded = Object.values(api.operations).some(({ security }) => security);
  if (key !== undefined || isNeeded) checked(key);
  return { key: () => bearer(key as string) };
};

/** The header of a key. It goes on last: nothing a caller sets can replace or copy it. */
function bearer(key: string): Granted {
  return { keys: [key], headers: { authorization: `Bearer ${key}` } };
}
