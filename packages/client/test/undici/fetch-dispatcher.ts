import type { DispatchController, DispatchHandler, Dispatcher } from "../../src/undici/dispatcher.ts";

/** As much of a `fetch` as tests stand in for. */
type Fetch = (url: string, init: RequestInit) => unknown;

/** What undici is asked to send. */
interface DispatchOptions {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | ReadableStream | null;
}

/** A dispatcher that sends by a `fetch`: what a test has in place of a network serves the transport over undici as well. */
export function fetchDispatcher(fetch: Fetch): Dispatcher {
  return {
    dispatch(options: DispatchOptions, handler: DispatchHandler): boolean {
      void play(fetch, options, handler);
      return true;
    },
  };
}

async function play(fetch: Fetch, options: DispatchOptions, handler: DispatchHandler): Promise<void> {
  const { origin, path, method, headers } = options;
  const ends = new AbortController();
  let paused: Promise<void> | undefined;
  let resume: (() => void) | undefined;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const letGo = (): void => void reader?.cancel().catch(() => {});
  const controller: DispatchController = {
    abort(reason) {
      ends.abort(reason);
      letGo();
    },
    pause() {
      paused ??= new Promise((resolve) => {
        resume = resolve;
      });
    },
    resume() {
      resume?.();
      paused = undefined;
    },
  };
  try {
    handler.onRequestStart(controller);
    const init = { method, headers, body: await bodyOf(options), signal: ends.signal, redirect: "manual" };
    const response = (await fetch(origin + path, init as RequestInit)) as Response;
    reader = response.body?.getReader();
    if (ends.signal.aborted) return letGo();
    handler.onResponseStart(controller, response.status, byName(response.headers), response.statusText);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      await paused;
      if (ends.signal.aborted) return;
      handler.onResponseData(controller, part.value);
      // Who reads has its turn before the next, as by a network. No timer: tests hold those.
      for (let turn = 0; turn < 20; turn++) await undefined;
    }
    handler.onResponseEnd(controller);
  } catch (error) {
    handler.onResponseError(controller, error as Error);
  }
}

/** Whole, and a body of `fetch`. */
async function bodyOf({ body }: DispatchOptions): Promise<string | Uint8Array | undefined> {
  if (!(body instanceof ReadableStream)) return body ?? undefined;
  return new Uint8Array(await new Response(body).arrayBuffer());
}

/** As undici tells them: a name that came twice has both values. */
function byName(headers: Headers): Record<string, string | string[]> {
  const named: Record<string, string | string[]> = Object.fromEntries(headers);
  const cookies = headers.getSetCookie();
  return cookies.length ? { ...named, "set-cookie": cookies } : named;
}
