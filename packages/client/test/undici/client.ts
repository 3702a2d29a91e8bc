import * as undici7 from "undici";
import * as undici8 from "undici-8";
import { undiciTransport } from "../../src/undici.ts";
import { createSynthetic, type AnyClient, type AnyOptions } from "../support/synthetic-api.ts";

/** Both majors, each by its own copy. 8 is typed as 7: what is used of it is the same. */
export const undicis = [
  { name: "undici 7", undici: undici7 },
  { name: "undici 8", undici: undici8 as unknown as typeof undici7 },
];

export type Undici = (typeof undicis)[number]["undici"];

/** A client over a dispatcher; the base URL is a server's. */
export function clientOver(dispatcher: undici7.Dispatcher, origin: string, options: AnyOptions = {}): AnyClient {
  const transport = undiciTransport({ dispatcher });
  return createSynthetic({ apiKey: "key-of-a-test", baseUrl: `${origin}/v1`, maxRetries: 0, transport, ...options });
}
