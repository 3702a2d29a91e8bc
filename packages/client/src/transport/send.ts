import type { Call } from "../call.ts";
import { TimeoutError } from "../errors/errors.ts";
import { take } from "../retry/retry-budget.ts";
import { backOffMs, isRetryable, LONGEST_RETRY_AFTER_MS } from "../retry/retry-policy.ts";
import { attempt, type Failure } from "./attempt.ts";
import { emit } from "./emit-event.ts";
import { startTimer } from "./timer.ts";

/**
 * The way of every request: attempts, each under its deadline, until one succeeds, fails for good, or there is no retry
 * left: by count, by budget, by time, or because the call must not be repeated. Then it settles as the last attempt did.
 */
export function send(call: Call, resolve: (body: unknown) => void, reject: (error: unknown) => void): void {
  attempt(call, resolve, (error) => {
    const delayMs = nextDelayMs(call, error);
    if (!delayMs) return reject(error);
    emit(call, { type: "retry", delayMs, reason: error.name, status: error.status });
    call.attempt++;
    // An attempt that finds itself aborted sends nothing.
    startTimer(call, delayMs, () => send(call, resolve, reject));
  });
}

/** Milliseconds to wait before the next attempt, for which it pays, or none where there must be no retry. */
function nextDelayMs(call: Call, error: Failure): number | undefined {
  const { endsAt, settings } = call;
  if (!isRetryable(error) || !call.idempotent || call.attempt > settings.maxRetries || settings.signal?.aborted) return;
  const { retryAfterMs: asked = 0 } = error;
  const delayMs = Math.max(asked, backOffMs(call.attempt));
  if (asked > LONGEST_RETRY_AFTER_MS || (endsAt && performance.now() + delayMs >= endsAt)) return;
  call.cost = take(settings.budget, error instanceof TimeoutError);
  return call.cost && delayMs;
}
