import type { Transport } from "../../src/transport/transport.ts";
import { undiciTransport } from "../../src/undici.ts";
import type { Dispatcher } from "../../src/undici.ts";
import { fetchDispatcher } from "../undici/fetch-dispatcher.ts";

/**
 * What the suites run over: the package of undici that CLIENT_TRANSPORT names (`undici`, `undici-8`), and `fetch` where it
 * names none. One transport for all clients, as in an app.
 */
export const transport: Transport | undefined = await transportOf(process.env["CLIENT_TRANSPORT"]);

/** What the transport over undici sends beside: it asks for what it decodes, which `fetch` does out of sight. */
export const besides: Readonly<Record<string, string>> = transport
  ? { "accept-encoding": "gzip, deflate, br, zstd" }
  : {};

/** Read at once: tests take the environment away. */
const fetchDispatches = Boolean(process.env["CLIENT_FETCH_DISPATCHES"]);

/** Leaves out a test of the option `fetch` itself, where the suites run over undici. */
export const ofFetch = { skip: transport !== undefined };

/**
 * Options as they are over `fetch`. Over undici, a `fetch` of the test's is what a dispatcher sends by, where
 * CLIENT_FETCH_DISPATCHES is set.
 */
export function overTransport<Options extends object>(options: Options): Options | object {
  // Tests hand in what is no options at all.
  if (!transport || Object.getPrototypeOf(options) !== Object.prototype || Object.hasOwn(options, "transport"))
    return options;
  const { fetch, ...rest } = options as Options & { fetch?: unknown };
  if (fetch === undefined) return { ...options, transport };
  if (typeof fetch !== "function" || !fetchDispatches) return options;
  return { ...rest, transport: undiciTransport({ dispatcher: fetchDispatcher(fetch as never) }) };
}

async function transportOf(name: string | undefined): Promise<Transport | undefined> {
  if (!name || name === "fetch") return undefined;
  const { Agent } = (await import(name)) as { Agent: new (options: object) => Dispatcher };
  return undiciTransport({ dispatcher: new Agent({ headersTimeout: 0, bodyTimeout: 0, allowH2: true }) });
}
