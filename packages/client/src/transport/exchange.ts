import { readAnswer, unusable } from "./response.ts";
import { authorize } from "../options/authorization.ts";
import type { Call } from "../call/call.ts";
import { ConnectionError, ResponseError, SdkError } from "../errors/errors.ts";
import { tell } from "./events.ts";
import { reduced } from "../errors/redact.ts";
import { joined } from "../bodies/response-body.ts";
import type { Timer } from "./timer.ts";

/** What an exchange gets to know of its end. */
export interface Bounds {
  /** For `fetch`. */
  readonly signal: AbortSignal;
  /** Set once there is a body: it is let go of, should `fetch` not heed the signal. */
  reader?: ReadableStreamDefaultReader | undefined;
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
 * @param timer - ended by a success
 * @throws {ConfigError | ConnectionError | ResponseError | ApiError}
 */
export async function exchange(call: Call, bounds: Bounds, timer: Timer): Promise<unknown> {
  const { operation, definition, settings, body } = call;
  const { maxResponseBytes } = settings;
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
    tell(call, { type: "request" });
    // The listener may have aborted.
    signal.throwIfAborted();
    // A plain call: browsers refuse a fetch with a foreign `this`.
    const fetch = settings.fetch ?? globalThis.fetch;
    const init = { method: definition.method, headers, body, signal, redirect: "manual" } as RequestInit;
    const response = await fetch(call.url, init);
    if (!response?.headers) throw unusable(call, undefined, "fetch gave no Response");
    status = response.status;
    const reader = response.body?.getReader();
    bounds.reader = reader;
    signal.throwIfAborted();
    // A browser gives a redirect that it does not follow the status 0.
    if (!response.ok && !(status >= 400 && status < 600))
      throw unusable(call, status, `status ${status} is no answer (redirects are never followed)`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      // Counted as it comes out of decompression. What has no length is no bytes, and refused with it.
      size += part.value.length;
      if (!(size <= maxResponseBytes))
        throw unusable(call, status, `the body is larger than maxResponseBytes (${maxResponseBytes})`);
      chunks.push(part.value);
    }
    const answer = readAnswer(response, joined(chunks, size), call);
    signal.throwIfAborted();
    call.response = response;
    tell(call, { type: "response", status, durationMs: performance.now() - start });
    if (!response.ok) throw answer;
    if (timer.clear()) settings.budget.refund(call.cost);
    return answer;
  } catch (thrown) {
    void letGo(bounds);
    throw thrown instanceof SdkError ? thrown : connectionError(thrown, call, status);
  }
}

/** `fetch failed` alone says nothing: the innermost cause goes into the message. */
function connectionError(thrown: unknown, { operation, key }: Call, status?: number): ConnectionError | ResponseError {
  const cause = reduced(thrown, key);
  let innermost = cause as Error & { code?: string };
  while (innermost.cause) innermost = innermost.cause as typeof innermost;
  const { code = "", message } = innermost;
  const why = `no whole answer: ${message}${code && ` (${code})`}`;
  // The bytes came, but can't be decompressed: zlib's and zstd's codes, and Node's for brotli.
  return /^(Z|ERR__)/.test(code)
    ? new ResponseError(why, { operation, cause, status })
    : new ConnectionError(why, { operation, cause });
}
