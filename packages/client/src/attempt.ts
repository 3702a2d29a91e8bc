import { readAnswer, type Answer } from "./answer.ts";
import { authorize } from "./authorization.ts";
import type { Call } from "./call.ts";
import type { Bounds } from "./deadline.ts";
import { ConnectionError, ResponseError, SdkError } from "./errors.ts";
import { tell } from "./events.ts";
import { reduced } from "./redact.ts";
import { readBody } from "./response-body.ts";

/** What `fetch` is called with, save what an attempt adds. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | undefined;
}

/**
 * Sends once: key on, redirects off, body read under its cap. An error status is an answer like any other here.
 *
 * @throws {ConfigError | ConnectionError | ResponseError}
 */
export async function attempt(call: Call, outgoing: Outgoing, bounds: Bounds): Promise<Answer> {
  const { url, method, body } = outgoing;
  const { operation, definition, settings } = call;
  const { security } = definition;
  const { signal } = bounds;
  // Each attempt has its own: the key may have changed since the last one.
  const headers = { ...outgoing.headers };
  try {
    if (security) {
      const key = settings.key(operation);
      // A key that is at hand costs no turn of the event loop.
      call.key = typeof key === "string" ? key : await key;
      signal.throwIfAborted();
      authorize(headers, security, call.key as string);
    }
    const start = performance.now();
    if (settings.onEvent) tell(call, { type: "request" });
    // A plain call: browsers refuse a fetch with a foreign `this`.
    const fetch = settings.fetch ?? globalThis.fetch;
    const init: RequestInit = { method, headers, signal, redirect: "manual" };
    if (body !== undefined) init.body = body;
    const response = await fetch(url, init);
    if (!response?.headers) throw new TypeError("fetch did not give a Response");
    const { status } = response;
    // A browser hides the status of a redirect that it does not follow: 0, "opaqueredirect".
    const isRedirect = response.type === "opaqueredirect" || (status >= 300 && status < 400);
    if (signal.aborted || isRedirect || !(status >= 200 && status < 600)) {
      response.body?.cancel().catch(() => {});
      const why = isRedirect ? "redirect refused: redirects are never followed" : "is not the status of an answer";
      throw new ResponseError(`${status || "a"} ${why}`, { operation, status });
    }
    const answer = readAnswer(response, await readBody(response, call, bounds), call);
    signal.throwIfAborted();
    if (settings.onEvent) tell(call, { type: "response", status, durationMs: performance.now() - start });
    return answer;
  } catch (thrown) {
    throw thrown instanceof SdkError ? thrown : connectionError(thrown, call);
  }
}

/** `fetch failed` alone says nothing: the innermost cause goes into the message. */
function connectionError(thrown: unknown, { operation, key }: Call): ConnectionError | ResponseError {
  const cause = reduced(thrown, key);
  let innermost = cause as Error & { code?: string };
  while (innermost.cause) innermost = innermost.cause as typeof innermost;
  const why = innermost.code ? `${innermost.message} (${innermost.code})` : innermost.message;
  // The bytes came, but can't be decompressed: zlib's and zstd's codes, and Node's for brotli.
  if (/^(Z|ERR__)/.test(innermost.code ?? "")) {
    return new ResponseError(`the body can't be decompressed: ${why}`, { operation, cause });
  }
  return new ConnectionError(`no whole answer: ${why}`, { operation, cause });
}
