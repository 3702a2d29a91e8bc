import { ApiError } from "../errors/api-error.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import { refusal } from "../errors/refusal.ts";
import { insideOf } from "../inside.ts";
import { traced } from "../errors/traced.ts";
import { hint } from "../options/hint.ts";
import { NOTHING, over } from "../options/over.ts";
import { callInit } from "./call-init.ts";
import { createClient, type Client } from "./library.ts";
import type { Outcome } from "./transport.ts";

const VERBS = "GET PUT POST DELETE OPTIONS HEAD PATCH TRACE".split(" ");

/** Options of openapi-fetch that are the client's, so that a polluted `Object.prototype` gives none. */
const DEFAULTS = Object.fromEntries(
  "Request fetch headers querySerializer pathSerializer bodySerializer requestInitExt".split(" ").map((name) => [name]),
) as object;

/** What openapi-fetch resolves with, as far as it is looked at here. */
interface Result {
  error?: unknown;
  readonly response: Response;
}
type Untyped = Record<string, (...given: unknown[]) => unknown>;

/**
 * openapi-fetch's own client, middleware and all, whose requests go out by the transport of the client it is given: with
 * its key, base URL, deadlines, retries and guards.
 *
 * Resolves with `{ data, error, response }`; rejects with an `SdkError` where no usable response came.
 *
 * @param client - what a `create…` function returned
 * @throws {ConfigError} for anything else, or when options are given: they are the client's
 */
export function openapiFetch<Paths extends {}>(client: object, options?: undefined): Client<Paths> {
  const { api, settings } = insideOf(client, "openapiFetch");
  if (options !== undefined) refusal(undefined, "openapiFetch")("takes no options: give them to the create… function");
  const names = new Map(Object.entries(api.operations).map(([name, { method, path }]) => [`${method} ${path}`, name]));
  const inner = createClient<Paths>({ ...DEFAULTS, baseUrl: settings.baseUrl }) as unknown as Untyped;
  const request = async (verb: unknown, path: unknown, init?: unknown): Promise<Result> => {
    const method = typeof verb === "string" && verb.toUpperCase();
    const operation = typeof path === "string" ? names.get(`${method} ${path}`) : undefined;
    if (operation === undefined) {
      // Cut, as it can be anything.
      const meant = hint(`${method} ${typeof path === "string" ? path : ""}`.slice(0, 200), Object.fromEntries(names));
      return refusal(undefined, "openapiFetch:")(`no such method and path${meant}`);
    }
    const definition = over(NOTHING, api.operations[operation] as OperationDefinition);
    const outcome: Outcome = {};
    const sent = traced(request, () => callInit(operation, definition, settings, init, outcome));
    const result = (await inner["request"]?.(method, path, sent)) as Result;
    const { ok, status } = result.response;
    // An empty error must not read as success.
    if (!ok && !result.error) {
      const { error } = outcome;
      const own = { operation, status, body: undefined, requestId: undefined, retryAfterMs: undefined };
      result.error = error?.status === status ? error : new ApiError(own);
    }
    return result;
  };
  const verbs = VERBS.map((verb) => [verb, (path: unknown, init?: unknown) => request(verb, path, init)]);
  return { ...inner, request, ...Object.fromEntries(verbs) } as unknown as Client<Paths>;
}
