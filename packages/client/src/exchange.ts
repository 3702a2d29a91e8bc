import { readAnswer, unusable, type Answer } from "./answer.ts";
import { authorize } from "./authorization.ts";
import type { Call } from "./call.ts";
import { ConnectionError, ResponseError, SdkError } from "./errors.ts";
import { tell } from "./events.ts";
import { reduced } from "./redact.ts";
import { joined } from "./response-body.ts";

/** What an exchange gets to know of its end. */
export interface Bounds {
  /** For `fetch`. */
  readonly signal: AbortSignal;
  /** Set once there is a body: it is let go of, should `fetch` not heed the signal. */
  reader?: ReadableStreamDefaultReader | undefined;
}

/** Lets go of a body that nobody reads to its end. */
export function letGo({ reader }: Bounds): void {
  reader?.cancel().catch(() => {});
}

/**
 * Sends once: key on, redirects off, body read under its cap. An error status is an answer like any other here.
 *
 * @throws {ConfigError | ConnectionError | ResponseError}
 */
export async function exchange(call: Call, bounds: Bounds): Promise<Answer> {
  const { operation, definition, settings, body } = call;
  const { maxResponseBytes } = settings;
  const { signal } = bounds;
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
      const key = settings.key(operation);
      // A key that is at hand costs no turn of the event loop.
      call.key = typeof key === "string" ? key : await key;
      signal.throwIfAborted();
      authorize(headers, definition.security, call.key as string);
    }
    const start = settings.onEvent && performance.now();
    tell(call, { type: "request" });
    // A plain call: browsers refuse a fetch with a foreign `this`.
    const fetch = settings.fetch ?? globalThis.fetch;
    const init = { method: definition.method, headers, body, signal, redirect: "manual" } as RequestInit;
    const response = await fetch(call.url, init);
    const { status } = response;
    const reader = response.body?.getReader();
    bounds.reader = reader;
    signal.throwIfAborted();
    // A browser gives a redirect that it does not follow the status 0.
    if (!response.ok && !(status >= 400 && status < 600))
      throw unusable(call, status, `status ${status} is no answer (redirects are never followed)`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      // Counted as it comes out of decompression.
      size += part.value.length;
      if (size > maxResponseBytes)
        throw unusable(call, status, `the body is larger than maxResponseBytes (${maxResponseBytes})`);
      chunks.push(part.value);
    }
    const answer = readAnswer(response, joined(chunks, size), call);
    signal.throwIfAborted();
    if (start !== undefined) tell(call, { type: "response", status, durationMs: performance.now() - start });
    return answer;
  } catch (thrown) {
    letGo(bounds);
    throw thrown instanceof SdkError ? thrown : connectionError(thrown, call);
  }
}

/** `fetch failed` alone says nothing: the innermost cause goes into the message. */
function connectionError(thrown: unknown, { operation, key }: Call): ConnectionError | ResponseError {
  const cause = reduced(thrown, key);
  let innermost = cause as Error & { code?: string };
  while (innermost.cause) innermost = innermost.cause as typeof innermost;
  const { code = "", message } = innermost;
  const why = code ? `${message} (${code})` : message;
  // The bytes came, but can't be decompressed: zlib's and zstd's codes, and Node's for brotli.
  const ErrorClass = /^(Z|ERR__)/.test(code) ? ResponseError : ConnectionError;
  return new ErrorClass(`no whole answer: ${why}`, { operation, cause });
}
