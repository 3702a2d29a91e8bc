import type { AnyOptions } from "../support/synthetic-api.ts";
import type { Certificate } from "./certificate.ts";
import type { Script, ServerOptions } from "./server.ts";

/** What a call must come to. */
export interface Outcome {
  /** `resolves`, or the name of the error class. `throws` is a ConfigError by the factory, not the call. */
  readonly name:
    | "resolves"
    | "throws"
    | "ApiError"
    | "ResponseError"
    | "ConnectionError"
    | "TimeoutError"
    | "AbortError"
    | "ConfigError";
  readonly status?: number;
  /** Of the response that it resolves with, or of the error. */
  readonly body?: unknown;
  readonly message?: RegExp;
  readonly retryAfterMs?: number;
}

/** One row of the table. */
export interface Fault {
  readonly name: string;
  /** What the server does with a request. Default: a good response. */
  readonly serve?: Script;
  readonly onConnect?: ServerOptions["onConnect"];
  /** Serves over TLS with it. */
  readonly certificate?: Certificate;
  /** Default: `getThing`. */
  readonly operation?: string;
  /** Default: `{ path: { id: "t1" } }` where the operation has a path parameter. */
  readonly input?: unknown;
  /** Over key, base URL, `maxRetries` 0 and `timeoutMs` 2,000. */
  readonly client?: AnyOptions;
  readonly call?: Readonly<Record<string, unknown>>;
  /** When the call's signal aborts by itself; a script can also do it. */
  readonly abortAt?: "start" | "headers" | "back-off";
  /** A good call goes first, so that a connection is there to be used again. */
  readonly warm?: true;
  readonly expect: Outcome;
  /** What `openapiFetch` must come to, where it is not the same; false where it can't be asked. */
  readonly openapiFetch?: Outcome | false;
  /** Requests that the server sees, the warming one not counted. */
  readonly requests: number;
  /** What every request's head must look like. */
  readonly head?: RegExp;
  /** Milliseconds within which the call must settle. Default: 15,000, which no case comes near. */
  readonly withinMs?: number;
  /** Left out over the `fetch` of a Node whose own undici is of an older major: it does otherwise. */
  readonly sinceUndici?: number;
  /** Part of the selection that runs with the unit tests. */
  readonly quick?: true;
}
