import createOpenapiFetch from "openapi-fetch";
import type { Answer } from "./answer.ts";
import type { Outgoing } from "./attempt.ts";
import type { Call } from "./call.ts";

/** What openapi-fetch is asked to send: a call whose path, query and body are already text. */
export interface Prepared {
  readonly call: Call;
  /** Path and query, filled in. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: BodyInit | undefined;
}

/**
 * openapi-fetch over a transport: it joins URLs, merges headers and makes the request. This file alone imports it at
 * run time, so that replacing it is a change of one file.
 */
export function createSender(
  baseUrl: string,
  transport: (call: Call, outgoing: Outgoing) => Promise<Answer>,
): (prepared: Prepared) => Promise<Answer> {
  const { request } = createOpenapiFetch({
    baseUrl,
    Request: LightRequest as unknown as typeof Request,
    fetch: (light) => {
      const { call, url, headers, init } = light as unknown as LightRequest;
      // An Answer has as much of a Response as `parseAs: "stream"` looks at.
      return transport(call, { url, headers, init }) as Promise<unknown> as Promise<Response>;
    },
  }) as unknown as {
    request: (method: string, target: string, init: object) => Promise<{ response: Answer }>;
  };
  return async ({ call, target, headers, body }) => {
    const options = { call, headers, body, bodySerializer: asItIs, parseAs: "stream" };
    return (await request(call.definition.method, target, options)).response;
  };
}

function asItIs(body: unknown): unknown {
  return body;
}

/** Stands in for the platform's Request, whose construction is half of openapi-fetch's cost. */
class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly call: Call;
  readonly init: RequestInit;
  // openapi-fetch copies over what it misses here.
  readonly body: undefined;
  readonly redirect: undefined;

  constructor(
    url: string,
    { method, headers, body, call }: RequestInit & { headers: Headers; method: string; call: Call },
  ) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.call = call;
    this.init = body === undefined ? { method } : { method, body };
  }
}
