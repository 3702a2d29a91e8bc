import { joined } from "../bodies/response-body.ts";
import type { Call } from "../call.ts";
import { ConnectionError, ResponseError, SdkError } from "../errors/errors.ts";
import { reduced } from "../errors/redact.ts";
import { authorize } from "../options/authorization.ts";
import { readResponse } from "../responses/read-response.ts";
import { unexpectedStatus } from "../responses/unexpected-status.ts";
import { emit } from "./emit-event.ts";
import type { ChunkReader, TransportRequest, TransportResponse } from "./transport.ts";

/** How codes of failed decompression begin: zlib's (`Z_…`), zstd's (`ZSTD_…`), and Node's for brotli (`ERR__…`). */
const DECOMPRESSION_CODES = /^(Z|ERR__)/;

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
  const { operation, definition, settings, body } = call;
  const { signal } = bounds;
  let status: number | undefined;
  // Each attempt has its own: the key may have changed since the last one.
  const headers: Record<string, string> = {
    accept: definition.accept ?? "application/json",
    // FormData brings its own content type, with the boundary.
    ...(typeof body === "string" && { "content-type": definition.body }),
    ...settings.headers,
    ...call.headers,
  };
  const unusable: (why: string) => never = (why) => {
    throw new ResponseError(why, { operation, status });
  };
  try {
    signal.throwIfAborted();
    if (definition.security) {
      const given = settings.key(operation);
      // A key that is at hand costs no turn of the event loop.
      const key = typeof given === "string" ? given : await given;
      // One that comes late is not the current attempt's.
      signal.throwIfAborted();
      call.key = key;
      authorize(headers, definition.security, key as string);
    }
    const start = performance.now();
    emit(call, { type: "request" });
    // The listener may have aborted.
    signal.throwIfAborted();
    const request: TransportRequest = { method: definition.method, headers, body, signal, redirect: "manual" };
    const { transport, fetch = globalThis.fetch, maxResponseBytes } = settings;
    // A plain call: browsers refuse a fetch with a foreign `this`.
    const sent = transport ? transport.send(call, request) : fetch(call.url, request as RequestInit);
    const response = (await sent) as TransportResponse;
    if (!response?.headers) unusable("your `fetch` option did not return a Response");
    status = response.status;
    const reader = response.body?.getReader();
    bounds.reader = reader;
    signal.throwIfAborted();
    if (!response.ok && !(status >= 400 && status < 600)) unusable(unexpectedStatus(response, call.url));
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      // Counted as it comes out of decompression. What has no length is no bytes, and refused with it.
      size += part.value.length;
      if (!(size <= maxResponseBytes)) unusable(`response body is larger than maxResponseBytes (${maxResponseBytes})`);
      chunks.push(part.value);
    }
    const result = (call.read ?? readResponse)(response, joined(chunks, size), call);
    signal.throwIfAborted();
    call.response = response;
    emit(call, { type: "response", status, durationMs: performance.now() - start });
    if (!response.ok) throw result;
    if (clearTimer()) settings.budget.refund(call.cost);
    return result;
  } catch (thrown) {
    void letGo(bounds);
    throw thrown instanceof SdkError ? thrown : exchangeError(thrown, call, status);
  }
}

/** `fetch failed` alone says nothing: the innermost cause goes into the message. */
function exchangeError(thrown: unknown, { operation, key }: Call, status?: number): ConnectionError | ResponseError {
  const cause = reduced(thrown, key);
  let innermost = cause as Error & { code?: string };
  while (innermost.cause) innermost = innermost.cause as typeof innermost;
  const { code = "", message } = innermost;
  const why = `${message}${code && ` (${code})`}`;
  return DECOMPRESSION_CODES.test(code)
    ? new ResponseError(`decompression failed: ${why}`, { operation, cause, status })
    : new ConnectionError(`request failed: ${why}`, { operation, cause });
}
