import { joined } from "../bodies/response-body.ts";
import type { Call } from "../call.ts";
import { ConnectionError, ResponseError, SdkError } from "../errors/errors.ts";
import { reduced } from "../errors/redact.ts";
import { readResponse } from "../responses/read-response.ts";
import { refund } from "../retry/retry-budget.ts";
import { emit } from "./emit-event.ts";
import type { ChunkReader, TransportRequest, TransportResponse } from "./transport.ts";

/** How codes of failed decompression begin: zlib's (`Z_…`), zstd's (`ZSTD_…`), and Node's for brotli (`ERR__…`). */
export const DECOMPRESSION_CODES: RegExp = /^(Z|ERR__)/;

const NO_RESPONSE = "your `fetch` gave no Response";

/** What an exchange gets to know of its end. */
export interface Bounds {
  /** For the transport. */
  readonly signal: AbortSignal;
  /** Set once there is a body: it is let go of, should the transport not heed the signal. */
  reader?: ChunkReader | undefined;
}

/** Lets go of a body that nobody reads to its end. */
export async function letGo({ reader }: Bounds): Promise<void> {
  try {
    await reader?.cancel();
  } catch {
    // It has failed by itself.
  }
}

/**
 * Sends once: key on, redirects off, body read under its cap.
 *
 * @param clearTimer - called by a success
 * @throws {ConfigError | ConnectionError | ResponseError | ApiError}
 */
export async function exchange(call: Call, bounds: Bounds, clearTimer: () => boolean): Promise<unknown> {
  const { operation, definition, settings, body, keys } = call;
  const { signal } = bounds;
  let { url } = call;
  let status: number | undefined;
  // What fails while the network is waited for is the connection's fault, else the response's.
  let isWaiting = true;
  // Each attempt has its own: the key may have changed since the last one.
  const headers: Record<string, string> = {
    accept: definition.accept ?? "application/json",
    ...settings.headers,
    ...call.headers,
    ...call.typed,
  };
  function unusable(why: string): never {
    throw new ResponseError(why, { operation, status });
  }
  try {
    signal.throwIfAborted();
    if (definition.security) {
      const granted = settings.key(call, headers);
      // A key that is at hand costs no turn of the event loop.
      url = (typeof granted === "object" ? await granted : granted) ?? url;
      // One that comes late is not the current attempt's.
      signal.throwIfAborted();
    }
    const start = performance.now();
    emit(call, { type: "request" });
    // The listener may have aborted.
    signal.throwIfAborted();
    const request: TransportRequest = { method: definition.method, headers, body, signal, redirect: "manual" };
    const { transport, fetch = globalThis.fetch, maxResponseBytes } = settings;
    // A plain call: browsers refuse a fetch with a foreign `this`.
    const sent = transport ? transport(url, request, operation) : fetch(url, request as RequestInit);
    const response = (await sent) as TransportResponse;
    isWaiting = false;
    // One that was read can't be read again; Response.error() is none.
    if (!response?.headers || response.bodyUsed || response.type === "error") unusable(NO_RESPONSE);
    status = response.status;
    // A stream of Node's own has no reader: that of node-fetch.
    const reader = response.body?.getReader?.();
    bounds.reader = reader;
    signal.throwIfAborted();
    if (!response.ok && !(status >= 400 && status < 600)) {
      // None is followed, nor its target told, which may hold a key. A browser gives it the status 0.
      unusable(`unexpected ${status < 400 ? "redirect" : "status"} (${status})`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    const take = (chunk: { set?: unknown; length: number } | undefined): void => {
      // Counted as it comes out of decompression. What has no length, or is text, is no bytes, and refused with it.
      size += (chunk?.set && chunk.length) as number;
      if (!(size <= maxResponseBytes)) unusable(`response body is larger than maxResponseBytes (${maxResponseBytes})`);
      chunks.push(chunk as Uint8Array);
    };
    isWaiting = true;
    if (reader) for (let part = await reader.read(); !part.done; part = await reader.read()) take(part.value);
    else if (response.arrayBuffer) take(new Uint8Array(await response.arrayBuffer()));
    isWaiting = false;
    // Half a body over HTTP/2 can look like a whole one. How it is encoded does not show across origins.
    if (
      reader &&
      response.type !== "cors" &&
      size < +(response.headers.get("content-length") as string) &&
      !response.headers.get("content-encoding")
    ) {
      unusable("response body is shorter than content-length");
    }
    const result = (call.read ?? readResponse)(response, joined(chunks, size), call);
    signal.throwIfAborted();
    call.response = response;
    emit(call, { type: "response", status, durationMs: performance.now() - start });
    if (!response.ok) throw result;
    if (clearTimer()) refund(settings.budget, call.cost);
    return result;
  } catch (thrown) {
    void letGo(bounds);
    if (thrown instanceof SdkError) throw thrown;
    if (!isWaiting) unusable(NO_RESPONSE);
    // `fetch failed` alone says nothing: the innermost cause goes into the message.
    const cause = reduced(thrown, keys);
    let innermost = cause as Error & { code?: string };
    while (innermost.cause) innermost = innermost.cause as typeof innermost;
    const { code = "", message } = innermost;
    const why = `failed: ${message}${code && ` (${code})`}`;
    if (DECOMPRESSION_CODES.test(code)) unusable(`decompression ${why}`);
    throw new ConnectionError(`request ${why}`, { operation, cause });
  }
}
