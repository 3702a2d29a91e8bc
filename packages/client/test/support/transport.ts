import type { Transport } from "../../src/transport/transport.ts";
import { undiciTransport } from "../../src/undici.ts";
import type { Dispatcher } from "../../src/undici.ts";

/**
 * What the suites run over: the package of undici that CLIENT_TRANSPORT names (`undici`, `undici-8`), and `fetch` where it
 * names none. One transport for all clients, as in an app.
 */
export const transport: Transport | undefined = await transportOf(process.env["CLIENT_TRANSPORT"]);

async function transportOf(name: string | undefined): Promise<Transport | undefined> {
  if (!name || name === "fetch") return undefined;
  const { Agent } = (await import(name)) as { Agent: new (options: object) => Dispatcher };
  return undiciTransport({ dispatcher: new Agent({ headersTimeout: 0, bodyTimeout: 0 }) });
}
