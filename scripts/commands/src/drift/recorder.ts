import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the live API responded, before anything else had a say. */
export interface Recorded {
  readonly status: number;
  /** Its media type, without parameters; empty where there is none. */
  readonly type: string;
  /** What is in the body; undefined where it is empty or no JSON. */
  readonly body: unknown;
  readonly isEmpty: boolean;
}

/** What was asked of the live API. The headers hold the key. */
export interface Asked {
  /** From the base URL on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Stands between Prism and the live API: Prism hides what it finds fault with, and mocks a response of 501. */
export interface Recorder extends AsyncDisposable {
  readonly url: string;
  /** The last request, and the response to it, or why there is none; undefined before the first. */
  last(): { readonly asked: Asked; readonly result: Recorded | Error } | undefined;
  /** Asks the live API past Prism and the SDK, which refuse to send what is wrong. Rejects where no response comes. */
  ask(asked: Asked): Promise<Recorded>;
}

export interface RecorderOptions {
  /** For one response, body included. @default 30_000 */
  readonly timeoutMs?: number | undefined;
}

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
export async function startRecorder(upstream: string, { timeoutMs = 30_000 }: RecorderOptions = {}): Promise<Recorder> {
  let last: ReturnType<Recorder["last"]>;
  const base = upstream.endsWith("/") ? upstream.slice(0, -1) : upstream;
  const server = createServer((request, response) => {
    const asked = askedBy(request);
    last = undefined;
    fetchWhole(base, asked, timeoutMs).then(
      (received) => {
        // Known before Prism, and with it the SDK, sees the response.
        last = { asked, result: recordedOf(received) };
        handOn(received, response);
      },
      (thrown: Error) => {
        last = { asked, result: thrown };
        response.writeHead(502).end("no response came from the live API");
      },
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    last: () => last,
    ask: async (asked) => recordedOf(await fetchWhole(base, asked, timeoutMs)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function askedBy({ url = "/", headers }: IncomingMessage): Asked {
  const kept = Object.entries(headers).filter(([name]) => !HOP_HEADERS.has(name)) as [string, string][];
  return { path: url, headers: Object.fromEntries(kept) };
}

interface Whole {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** @throws {Error} when no response comes in full, in time, or within the bound */
async function fetchWhole(base: string, { path, headers }: Asked, timeoutMs: number): Promise<Whole> {
  const response = await fetch(`${base}${path}`, {
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  });
  const parts: Uint8Array[] = [];
  let length = 0;
  // What is left of an endless body is not read: leaving the loop cancels it.
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > LARGEST_BODY) throw new RangeError(`the body is larger than ${LARGEST_BODY / 2 ** 20} MiB`);
    parts.push(part);
  }
  return { status: response.status, headers: response.headers, bytes: Buffer.concat(parts) };
}

function handOn({ status, headers, bytes }: Whole, response: ServerResponse): void {
  // Prism would follow a redirect, wherever it leads.
  const kept = [...headers].filter(([name]) => !HOP_HEADERS.has(name) && name !== "location");
  response.writeHead(status, Object.fromEntries(kept)).end(bytes);
}

function recordedOf({ status, headers, bytes }: Whole): Recorded {
  const type = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return { status, type, body: jsonOf(bytes), isEmpty: bytes.length === 0 };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
