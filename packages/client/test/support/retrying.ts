import type { ClientEvent } from "../../src/options/client-event.ts";
import { stubFetch, type Reply } from "./stub-fetch.ts";
import { createSynthetic, method, type AnyClient } from "./synthetic-api.ts";

/** A client over a stub, with what it tells and how often it sends. */
export function start(reply: Reply, options = {}): { client: AnyClient; events: ClientEvent[]; count: () => number } {
  const { fetch, seen } = stubFetch(reply);
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent): void => void events.push(event);
  return { client: createSynthetic({ apiKey: "k", fetch, onEvent, ...options }), events, count: () => seen.length };
}

/** A call that may be retried. */
export const list = (client: AnyClient, options = {}): Promise<unknown> =>
  method(client, "listThings")(undefined, options);
