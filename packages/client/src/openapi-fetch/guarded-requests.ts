import type { Call } from "../call.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import { refusal } from "../errors/refusal.ts";
import { NOTHING, over } from "../options/over.ts";

/** What a call's requests are made by, and looked at. */
export interface GuardedRequests {
  /** Takes the place of the platform's: what is an instance of the one is one of the other. */
  readonly Request: typeof Request;
  /** Whether it was made here, and not by a middleware. */
  readonly isOwn: (request: Request) => boolean;
}

/**
 * A `Request` that openapi-fetch makes its request of a call by. Looks at the text of the URL before the platform
 * resolves dot segments in it, and sets the content type.
 */
export function guardedRequests(
  { operation, definition, settings, headers }: Call,
  contentType = "application/json",
): GuardedRequests {
  let own: Request | undefined;
  const refuse = refusal(operation, "the request");
  // A function, as it is called by `new`.
  function GuardedRequest(given: unknown, init: RequestInit & { headers: Headers }): Request {
    const url = String(given);
    const [path = ""] = url.split("?");
    if (/[{}]/.test(path)) refuse("has a {parameter} left in its path");
    if (/\\|\/(\.|%2e){1,2}(\/|$)/i.test(path)) refuse("has a dot segment or a backslash in its path");
    checkTarget(url, definition, settings.baseUrl, refuse);
    // openapi-fetch says JSON of whatever has no content type. FormData brings its own, with the boundary.
    if (init.body instanceof FormData) init.headers.delete("content-type");
    else if (init.body != null && !headers["content-type"]) init.headers.set("content-type", contentType);
    try {
      // No signal: a listener of each request would be left on the caller's.
      return (own = new Request(url, over(NOTHING, init)));
    } catch {
      return refuse("is none that fetch can make");
    }
  }
  GuardedRequest.prototype = Request.prototype;
  return { Request: GuardedRequest as unknown as typeof Request, isOwn: (request) => request === own };
}

/**
 * A URL must be of the operation's own path below the client's base URL, whoever wrote it: a serializer or a middleware.
 *
 * @throws {ConfigError}
 */
export function checkTarget(
  url: string,
  { path }: OperationDefinition,
  baseUrl: string,
  refuse: (why: string) => never,
): void {
  const base = new URL(baseUrl);
  if (!URL.canParse(url)) refuse("has no URL");
  const { origin, pathname, username, password, hash } = new URL(url);
  if (origin !== base.origin || username || password || hash) refuse("leaves the client's base URL");
  // Through URL, which writes some characters of a template in its own way.
  const template = new URL(baseUrl + path.replaceAll(/\{[^{}]*\}/g, PLACE)).pathname;
  const pattern = template.replaceAll(/[.*+?^$()|[\]\\{}]/g, String.raw`\$&`).replaceAll(PLACE, "[^/]+");
  if (!new RegExp(`^${pattern}$`).test(pathname)) refuse("goes to another path than the operation's");
}

/** Stands for a parameter in a template: nothing that a URL writes otherwise, or a path has. */
const PLACE = "-_parameter_-";
