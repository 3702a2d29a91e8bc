import type { Target } from "../definition/access.ts";
import type { SetUp } from "../definition/api-definition.ts";
import { ConfigError } from "../errors/errors.ts";
import { reduced } from "../errors/redact.ts";
import { refusal } from "../errors/refusal.ts";
import { fromEnvironment } from "./environment.ts";

/**
 * One bearer key, all that most APIs have: the option, else the environment variable. A key that is given as a string is
 * checked at once; a function is called, and what it returns is checked, at every attempt.
 *
 * @throws {ConfigError} when there is none, or when it can't be sent in a header
 */
export const bearerKey: SetUp = (_, { apiKey: variable }, { apiKey }) => {
  const checked = (key: unknown, operation?: string): string => {
    // What may stand in a header: printable ASCII without spaces (RFC 9110, field-vchar; RFC 6750, b64token).
    if (typeof key === "string" && /^[!-~]+$/.test(key)) return key;
    return refusal(
      operation,
      `the API key (apiKey, or ${variable} in the environment)`,
    )(key ? "must be printable ASCII without spaces" : "is missing");
  };
  const key = apiKey === undefined ? fromEnvironment(variable) : apiKey;
  if (typeof key !== "function") checked(key);
  // It goes on last: nothing a caller sets can replace or copy it.
  const put = (call: Target, headers: Record<string, string>, good: string): undefined => {
    call.keys = [good, ...call.keys];
    headers["authorization"] = `Bearer ${good}`;
  };
  return {
    key: (call, headers) => {
      if (typeof key !== "function") return put(call, headers, key as string);
      return (async () => key())().then(
        (given) => put(call, headers, checked(given, call.operation)),
        (cause: unknown) => {
          throw new ConfigError("your `apiKey` function failed", {
            operation: call.operation,
            cause: reduced(cause, call.keys),
          });
        },
      );
    },
  };
};
