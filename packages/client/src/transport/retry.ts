import type { ApiError } from "../errors/api-error.ts";
import { attempt } from "./attempt.ts";
import type { Call } from "../call/call.ts";
import { tell } from "./events.ts";
import { Timer } from "./timer.ts";

/** Name of the error and status of the answer that pass, as a rule. */
const PASSING = /^(ConnectionError|TimeoutError|ApiError (408|429|50[0234])$)/;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
/** A server that asks for more than this gets its answer passed on at once. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * The way of every request: attempts, each under its deadline, until one succeeds, fails for good, or there is no retry
 * left: by count, by budget, by time, or because the call must not be repeated. Then it settles as the last attempt did.
 */
export function send(call: Call, resolve: (body: unknown) => void, reject: (error: unknown) => void): void {
  attempt(call, resolve, (error) => {
    const delayMs = nextDelayMs(call, error as ApiError);
    if (delayMs === undefined) return reject(error);
    const { name, status } = error as ApiError;
    tell(call, { type: "retry", delayMs, reason: name, status });
    call.attempt++;
    // An attempt that finds itself aborted sends nothing.
    void new Timer(call, delayMs, () => send(call, resolve, reject));
  });
}

/** Milliseconds to wait before the next attempt, for which it pays, or undefined when there must be none. */
function nextDelayMs(call: Call, error: Partial<ApiError>): number | undefined {
  const { settings, endsAt } = call;
  const { budget, signal, maxRetries } = settings;
  const { name, status, retryAfterMs: asked = 0 } = error;
  const delayMs = Math.max(asked, backOffMs(call.attempt));
  if (!PASSING.test(`${name} ${status}`) || !call.isIdempotent || call.attempt > maxRetries || signal?.aborted) return;
  if (asked > LONGEST_RETRY_AFTER_MS || (endsAt && performance.now() + delayMs >= endsAt)) return;
  call.cost = budget.take(name === "TimeoutError");
  return call.cost ? delayMs : undefined;
}

/** Doubles from half a second to eight, of which half is left to chance so that clients do not march in step. */
export function backOffMs(attempts: number, random: number = Math.random()): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1)) * (0.5 + random / 2);
}
