import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the live API responded, before anything else had a say. */
export interface Recorded {
  readonly status: number;
  /** JSON where it is JSON, else undefined. */
  readonly body: unknown;
}

/** Stands between Prism and the live API: Prism hides what it finds fault with, and mocks a response of 501. */
export interface Recorder extends AsyncDisposable {
  readonly url: string;
  /** The response to the last request. */
  last(): Recorded | undefined;
}

const LONGEST_RESPONSE_MS = 30_000;
const LARGEST_BODY = 10 * 2 ** 20;
/** Of the connection, not of the message; the body is handed on decompressed. */
const HOP_HEADERS = new Set([
  "connection",
  "content-encoding",
  "content-length",
  "host",
  "keep-alive",
  "transfer-encoding",
]);

/** @param upstream - base URL of the live API, its base path included */
export async function startRecorder(upstream: string): Promise<Recorder> {
  let last: Recorded | undefined;
  const server = createServer((request, response) => {
    last = undefined;
    forward(upstream, request, response).then(
      (recorded) => (last = recorded),
      (thrown: unknown) => response.writeHead(502).end(`the live API could not be reached: ${(thrown as Error).name}`),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    last: () => last,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function forward(upstream: string, request: IncomingMessage, response: ServerResponse): Promise<Recorded> {
  const headers = Object.entries(request.headers).filter(([name]) => !HOP_HEADERS.has(name)) as [string, string][];
  const live = await fetch(`${upstream.endsWith("/") ? upstream.slice(0, -1) : upstream}${request.url}`, {
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(LONGEST_RESPONSE_MS),
  });
  const bytes = new Uint8Array(await live.arrayBuffer());
  if (bytes.length > LARGEST_BODY) throw new RangeError("the response is too large");
  const kept = [...live.headers].filter(([name]) => !HOP_HEADERS.has(name));
  const recorded = { status: live.status, body: jsonOf(bytes) };
  // Known before Prism, and with it the SDK, sees the response.
  response.writeHead(live.status, Object.fromEntries(kept)).end(bytes);
  return recorded;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
