import type { CallParts } from "./definition/call-parts.ts";
import type { Settings } from "./options/settings.ts";
import type { TransportResponse } from "./transport/transport.ts";

/** One call of an operation, from its first attempt to its last: its input is text already. */
export interface Call extends CallParts {
  /** The client's, the call's options over them. */
  readonly settings: Settings;
  /** When `totalTimeoutMs` is over, in the milliseconds of `performance.now()`. */
  readonly endsAt: number | undefined;
  /** 1 for the first attempt. */
  attempt: number;
  /** What its last retry took from the budget. */
  cost: number;
  /** The last response that was read. */
  response: TransportResponse | undefined;
}
