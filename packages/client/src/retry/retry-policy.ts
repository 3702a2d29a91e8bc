import { ApiError } from "../errors/api-error.ts";
import { ConnectionError, TimeoutError } from "../errors/errors.ts";

/** Statuses that pass, as a rule. */
const RETRYABLE_STATUSES = /408|429|50[0234]/;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
/** A server that asks for more than this gets its response passed on at once. */
export const LONGEST_RETRY_AFTER_MS = 60_000;

/** Whether what an attempt failed with may not happen again. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof ApiError) return RETRYABLE_STATUSES.test(String(error.status));
  return error instanceof ConnectionError || error instanceof TimeoutError;
}

/** Doubles from half a second to eight, of which half is left to chance so that clients do not march in step. */
export function backOffMs(attempts: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
}
