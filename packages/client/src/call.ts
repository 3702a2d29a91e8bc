import type { OperationDefinition } from "./definition/operation-definition.ts";
import type { Settings } from "./options/settings.ts";
import type { TransportResponse } from "./transport/transport.ts";

/** One call of an operation, from its first attempt to its last: its input is text already. */
export interface Call {
  readonly operation: string;
  readonly definition: OperationDefinition;
  /** The client's, the call's options over them. */
  readonly settings: Settings;
  readonly isIdempotent: boolean;
  /** Understands a response. Default: `readResponse`. */
  readonly read?: ((response: TransportResponse, bytes: Uint8Array, call: Call) => unknown) | undefined;
  readonly url: string;
  /** Those of this call alone, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | Uint8Array | undefined;
  /** When `totalTimeoutMs` is over, in the milliseconds of `performance.now()`. */
  readonly endsAt: number | undefined;
  /** 1 for the first attempt. */
  attempt: number;
  /** What its last retry took from the budget. */
  cost: number;
  /** The keys of its attempts, to be kept out of messages. */
  readonly keys: string[];
  /** The last response that was read. */
  response?: TransportResponse;
}
