import type { Transport } from "../transport/transport.ts";
import type { ClientEvent } from "./client-event.ts";

/** Options of every `create…` function. All are optional. */
export interface ClientOptions {
  /**
   * The vendor's API key, or a function that returns it (or a promise of it). A function is asked anew for every
   * attempt, within that attempt's time-out, so that keys can rotate.
   * @default the vendor's environment variable, where there is a `process`
   */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * Where the API is. Must be https, or http on loopback; no credentials, query or fragment.
   * @default the vendor's environment variable, where there is a `process`; else the spec's first server
   */
  baseUrl?: string | URL | undefined;
  /**
   * Milliseconds that one attempt may take, headers and body together.
   * @default 30_000
   */
  timeoutMs?: number | undefined;
  /**
   * Milliseconds that the whole call may take, with all its attempts and the waits between them.
   * @default none
   */
  totalTimeoutMs?: number | undefined;
  /**
   * Attempts after the first one.
   * @default 2
   */
  maxRetries?: number | undefined;
  /**
   * Bytes that a response body may have, counted after decompression.
   * @default 10_485_760 (10 MiB)
   */
  maxResponseBytes?: number | undefined;
  /** Headers for every request. `authorization` is refused: the key has its own option. */
  headers?: HeaderOptions | undefined;
  /**
   * What sends a request, called as a plain function.
   * @default globalThis.fetch, looked up at every call
   */
  fetch?: FetchFunction | undefined;
  /**
   * What sends a request instead of `fetch`: `undiciTransport()` of the subpath `/undici`, on Node.
   * @default none
   */
  transport?: Transport | undefined;
  /**
   * Lets the client run in a browser, where everyone who opens the page can read the key.
   * @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Lets `baseUrl` be plain http on a host that is not loopback (`http://prism:4010`). The key travels unencrypted.
   * @default false
   */
  dangerouslyAllowInsecureHttp?: boolean | undefined;
  /** Told of every request, response and retry. Never gets a URL, an id or a key. What it throws is dropped. */
  onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** Options of one call. Each one that is given replaces the client's. */
export interface CallOptions {
  /** Ends the call in any phase, back-off included; the promise rejects with an `AbortError`. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, headers and body together. */
  timeoutMs?: number | undefined;
  /** Milliseconds that the whole call may take. */
  totalTimeoutMs?: number | undefined;
  /** Attempts after the first one. */
  maxRetries?: number | undefined;
  /** Bytes that a response body may have, counted after decompression. */
  maxResponseBytes?: number | undefined;
  /** Headers of this call, over the client's. */
  headers?: HeaderOptions | undefined;
  /**
   * Whether a repeat does no harm, so that the call may be retried.
   * @default true for GET, HEAD, OPTIONS, PUT and DELETE, false for POST and PATCH
   */
  idempotent?: boolean | undefined;
}

/** Headers as `fetch` takes them, or by name, where one that is undefined or null is left out. */
export type HeaderOptions =
  | Headers
  | readonly (readonly [name: string, value: string])[]
  | Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The part of `fetch` that the client uses. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;
