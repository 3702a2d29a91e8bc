import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import { pause } from "./deadline.ts";
import { ConnectionError, TimeoutError } from "./errors.ts";
import { tell } from "./events.ts";
import { retryAfterMs } from "./retry-after.ts";

const RETRIED_STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
/** A server that asks for more than this gets its answer passed on at once. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/**
 * Attempts until one succeeds, fails for good, or there is no retry left: by count, by budget, by time, or because the
 * call must not be repeated. Then the last answer is returned, or the last error thrown.
 */
export async function withRetries(call: Call, attempt: () => Promise<Answer>): Promise<Answer> {
  const { budget } = call.settings;
  for (let cost = 0; ; call.attempt++) {
    let answer: Answer | undefined;
    let error: unknown;
    try {
      answer = await attempt();
      if (answer.ok) budget.refund(cost);
      if (!RETRIED_STATUSES.has(answer.status)) return answer;
    } catch (thrown) {
      if (!(thrown instanceof ConnectionError || thrown instanceof TimeoutError)) throw thrown;
      error = thrown;
    }
    const delayMs = nextDelayMs(call, answer);
    cost = delayMs === undefined ? 0 : budget.take(error instanceof TimeoutError);
    if (delayMs === undefined || !cost) {
      if (answer) return answer;
      throw error;
    }
    const reason = answer ? "ApiError" : (error as Error).name;
    tell(call, { type: "retry", delayMs, reason, status: answer?.status });
    await pause(call, delayMs);
  }
}

/** Milliseconds to wait before the next attempt, or undefined when there must be none. */
function nextDelayMs(call: Call, answer: Answer | undefined): number | undefined {
  if (!call.idempotent || call.attempt > call.maxRetries || call.signal?.aborted) return undefined;
  const asked = retryAfterMs(answer?.headers.get("retry-after") ?? null) ?? 0;
  const delayMs = Math.max(asked, backOffMs(call.attempt));
  const tooLong = asked > LONGEST_RETRY_AFTER_MS || performance.now() + delayMs >= call.endsAt;
  return tooLong ? undefined : delayMs;
}

/** Doubles from half a second to eight, of which half is left to chance so that clients do not march in step. */
export function backOffMs(attempt: number, random: number = Math.random()): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1)) * (0.5 + random / 2);
}
