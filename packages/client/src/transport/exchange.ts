import { joined } from "../bodies/response-body.ts";
import type { Call } from "../call.ts";
import { ResponseError, SdkError } from "../errors/errors.ts";
import { readResponse } from "../responses/read-response.ts";
import { refund } from "../retry/retry-budget.ts";
import { emit } from "./emit-event.ts";
import { networkError } from "./network-error.ts";
import type { ChunkReader, TransportRequest, TransportResponse } from "./transport.ts";

const NO_RESPONSE = "your `fetch` gave no Response";

/** An AbortController, and what an exchange leaves in it for whoever ends it. */
export interface Bounds {
  /** For the transport. */
  readonly signal: AbortSignal;
  abort(): void;
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

/** What a reader gives. */
interface Part {
  readonly done?: boolean;
  readonly value?: Uint8Array | undefined;
}

/**
 * Sends once: key on, redirects off, body read under its cap.
 *
 * No function of its own and few objects: each is allocated anew by every call.
 *
 * @param clearTimer - called by a success
 * @throws {ConfigError | ConnectionError | ResponseError | ApiError}
 */
export async function exchange(call: Call, bounds: Bounds, clearTimer: () => boolean): Promise<unknown> {
  const { definition, settings } = call;
  const { signal } = bounds;
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
  try {
    signal.throwIfAborted();
    let granted = definition.security && settings.key(call, headers);
    // A key that is at hand costs no turn of the event loop.
    if (typeof granted === "object") granted = await granted;
    const url = granted ?? call.url;
    // A key that comes late is not the current attempt's.
    signal.throwIfAborted();
    const start = performance.now();
    emit(call, { type: "request" });
    // The listener may have aborted.
    signal.throwIfAborted();
    const request: TransportRequest = {
      method: definition.method,
      headers,
      body: call.body,
      signal,
      redirect: "manual",
    };
    const { transport, maxResponseBytes } = settings;
    // A plain call: browsers refuse a fetch with a foreign `this`.
    const sent = transport
      ? transport(url, request, call.operation)
      : (settings.fetch ?? fetch)(url, request as RequestInit);
    const response = (await sent) as TransportResponse;
    isWaiting = false;
    // One that was read can't be read again; Response.error() is none.
    if (!response?.headers || response.bodyUsed || response.type === "error") unusable(call, NO_RESPONSE);
    status = response.status;
    // A stream of Node's own has no reader: that of node-fetch.
    const reader = (bounds.reader = response.body?.getReader?.());
    signal.throwIfAborted();
    if (!response.ok && !(status >= 400 && status < 600)) {
      // None is followed, nor its target told, which may hold a key. A browser gives it the status 0.
      unusable(call, `unexpected ${status < 400 ? "redirect" : "status"} (${status})`, status);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    isWaiting = true;
    // A body without a reader comes all at once.
    for (let part: Part = {}; !part.done;) {
      part = reader
        ? await reader.read()
        : { done: true, value: new Uint8Array((await response.arrayBuffer?.()) as ArrayBuffer) };
      const { value } = part as { value?: { set?: unknown; length: number } };
      if (value || !part.done) {
        // Counted as it comes out of decompression. What has no length, or is text, is no bytes, and refused with it.
        size += (value?.set && value.length) as number;
        if (!(size <= maxResponseBytes))
          unusable(call, `response body is larger than maxResponseBytes (${maxResponseBytes})`, status);
        chunks.push(value as Uint8Array);
      }
    }
    isWaiting = false;
    // Half a body over HTTP/2 can look like a whole one. How it is encoded does not show across origins.
    if (
      reader &&
      response.type !== "cors" &&
      size < +(response.headers.get("content-length") as string) &&
      !response.headers.get("content-encoding")
    ) {
      unusable(call, "response body is shorter than content-length", status);
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
    throw isWaiting ? networkError(thrown, call, status) : unusable(call, NO_RESPONSE);
  }
}

function unusable({ operation }: Call, why: string, status?: number): never {
  throw new ResponseError(why, { operation, status });
}
