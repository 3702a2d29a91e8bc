import { KEY } from "./secrets.ts";
import { stubFetch, type Reply, type SeenRequest } from "./stub-fetch.ts";
import { createSynthetic, httpOf, type AnyHttp } from "./synthetic-api.ts";

/** openapi-fetch's client over one of ours without a network, and what was sent. */
export function startHttp(reply?: Reply, options = {}): { http: AnyHttp; seen: SeenRequest[] } {
  const { fetch, seen } = stubFetch(reply);
  return { http: httpOf(createSynthetic({ apiKey: KEY, fetch, maxRetries: 0, ...options })), seen };
}

/** The options of a call of `/things/{id}`. */
export const one = { params: { path: { id: "1" } } };

/** A body as text. */
export function textOf({ body }: SeenRequest): string {
  return new TextDecoder().decode(body as Uint8Array);
}
