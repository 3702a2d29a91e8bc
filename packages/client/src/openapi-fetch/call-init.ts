import { documentedKind } from "../bodies/body-kind.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import type { Settings } from "../options/settings.ts";
import { guardedRequests } from "./guarded-requests.ts";
import { checkedInit, type Init, type ParseAs } from "./init.ts";
import { transport, type Outcome } from "./transport.ts";
import { writtenCall } from "./written-call.ts";

/** How openapi-fetch reads a success, unless it is told: as the operation documents it. */
const PARSED: Readonly<Record<string, ParseAs>> = { text: "text", binary: "blob" };

const PARAMS = { path: undefined, query: undefined, header: undefined };

/**
 * The options that openapi-fetch gets in place of the caller's: parameters and body are text already, unless the caller
 * has a serializer for them; its `Request` and its `fetch` are the client's.
 *
 * @param outcome - told of an error status
 * @throws {ConfigError} naming the parameter or the option that can't be right
 */
export function callInit(
  operation: string,
  definition: OperationDefinition,
  client: Settings,
  given: unknown,
  outcome: Outcome,
): object {
  const init = checkedInit(given, operation);
  const { params, parseAs, middleware } = init;
  const { call, contentType } = writtenCall(operation, definition, client, init);
  const [path, query = ""] = call.url.split("?");
  const requests = guardedRequests(call, contentType);
  return {
    // Own members all, whatever openapi-fetch looks for.
    baseUrl: undefined,
    params: { ...PARAMS, ...params, ...(params?.header && { header: asSent(params.header, call.headers) }) },
    body: init.bodySerializer ? init.body : call.body,
    parseAs: parseAs ?? PARSED[documentedKind(definition, 200) ?? ""] ?? "json",
    middleware,
    headers: call.headers,
    pathSerializer: init.pathSerializer ?? (() => path),
    querySerializer: init.querySerializer ?? (() => query),
    bodySerializer: init.bodySerializer ?? ((body: Init["body"]) => body),
    Request: requests.Request,
    fetch: (request: Request) => transport(call, requests, request, parseAs, outcome),
  };
}

/** Header parameters as text, in the spelling of their caller. */
function asSent(given: object, headers: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.keys(given).map((name) => [name, headers[name.toLowerCase()]]));
}
