import createOpenapiFetch from "openapi-fetch";
import type { Answer } from "./answer.ts";
import type { Outgoing } from "./attempt.ts";
import type { Call } from "./call.ts";
import type { Prepared } from "./prepare.ts";

/**
 * openapi-fetch over a transport: it joins URLs, merges headers and makes the request. This file alone imports it at
 * run time, so that replacing it is a change of one file.
 */
export function createSender(
  baseUrl: string,
  transport: (call: Call, outgoing: Outgoing) => Promise<Answer>,
): (prepared: Prepared) => Promise<{ response: Answer }> {
  const { request } = createOpenapiFetch({
    baseUrl,
    Request: LightRequest as unknown as typeof Request,
    fetch: (light) => {
      const { call, url, method, headers, body } = light as unknown as LightRequest;
      const outgoing = { url, method, headers: Object.fromEntries(headers), body };
      // An Answer has as much of a Response as `parseAs: "stream"` looks at.
      return transport(call, outgoing) as Promise<unknown> as Promise<Response>;
    },
  }) as unknown as {
    request: (method: string, target: string, init: object) => Promise<{ response: Answer }>;
  };
  return ({ call, target, headers, body }) =>
    request(call.definition.method, target, { call, headers, body, bodySerializer: asItIs, parseAs: "stream" });
}

function asItIs(body: unknown): unknown {
  return body;
}

/** Stands in for the platform's Request, whose construction is half of openapi-fetch's cost. */
class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  readonly call: Call;

  constructor(url: string, { method, headers, body, call }: Omit<LightRequest, "url">) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
    this.call = call;
  }
}
