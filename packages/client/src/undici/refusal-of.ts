import { ConfigError } from "../errors/errors.ts";

/** What undici says of a request that it does not begin: nothing was sent, and no repeat would help. */
const REFUSALS: Readonly<Record<string, string | undefined>> = {
  UND_ERR_CLOSED: "its transport or the dispatcher of it is closed",
  UND_ERR_DESTROYED: "the dispatcher of its transport is destroyed",
  UND_ERR_INVALID_ARG: "undici refuses the request, or the dispatcher of its transport is not of undici 7 or 8",
  UND_ERR_NOT_SUPPORTED: "undici does not support the request",
};

/** What undici says of a request before it begins, as a ConfigError where it is a refusal. */
export function refusalOf(thrown: unknown, operation: string): unknown {
  const { code, message } = Object(thrown) as { code?: unknown; message?: unknown };
  const words = typeof message === "string" ? message : "";
  // undici 6 names the methods of its own kind of handler, and its RetryAgent calls one.
  const known = /\bonConnect\b/.test(words) ? "UND_ERR_INVALID_ARG" : code;
  const why = typeof known === "string" && Object.hasOwn(REFUSALS, known) && REFUSALS[known];
  return why ? new ConfigError(words ? `${why} (${words})` : why, { operation }) : thrown;
}
