import type { Call } from "../call.ts";
import { type AbortError, type SdkError, TimeoutError } from "../errors/errors.ts";
import { exchange, letGo, type Bounds } from "./exchange.ts";
import { startTimer } from "./timer.ts";
import type { SignallingTransport } from "./transport.ts";

/** What an attempt fails with. */
export interface Failure extends SdkError {
  /** Where there was a response. */
  readonly status?: number | undefined;
  /** Where a response asks for a wait. */
  readonly retryAfterMs?: number | undefined;
}

/**
 * One exchange, headers and body together, under its deadline and the caller's signal. Whatever ends it first wins,
 * even where the transport ignores its signal.
 *
 * No promise of its own: each layer of them costs a call what all its checks do.
 *
 * @param resolve - of the promise that the caller awaits, and no function round it: V8 follows it to the caller's line
 * @param fail - called with a TimeoutError, an AbortError or what the exchange fails with
 */
export function attempt(call: Call, resolve: (body: unknown) => void, fail: (error: Failure) => void): void {
  const { endsAt, settings } = call;
  const left = endsAt ? endsAt - performance.now() : Infinity;
  const limit = left > settings.timeoutMs ? "timeoutMs" : "totalTimeoutMs";
  const bounds: Bounds = new ((settings.transport as SignallingTransport)?.AbortController ?? AbortController)();
  const end = (aborted?: AbortError): void => {
    fail(
      aborted ??
        new TimeoutError(`request timed out after ${settings[limit]} ms (${limit})`, { operation: call.operation }),
    );
    bounds.abort();
    void letGo(bounds);
  };
  // A wait can be longer than was planned, where the event loop is held up.
  if (left <= 0) return end();
  const clearTimer = startTimer(call, Math.min(left, settings.timeoutMs), end);
  exchange(call, bounds, clearTimer).then(resolve, (error: Failure) => clearTimer() && fail(error));
}
