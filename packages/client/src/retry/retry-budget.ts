/** Tokens a client starts with, and never has more of. */
const CAPACITY = 500;
const RETRY_COST = 5;
const TIMEOUT_RETRY_COST = 10;

/**
 * One client's allowance of retries: a vendor that is down is not hit three times as hard. Every retry takes tokens
 * (more after a time-out, which costs the vendor more), success gives them back; without tokens there is no retry.
 */
export class RetryBudget {
  #tokens = CAPACITY;

  /** Takes the tokens for a retry and returns how many, or 0 when there are too few. */
  take(afterTimeout: boolean): number {
    const cost = afterTimeout ? TIMEOUT_RETRY_COST : RETRY_COST;
    if (this.#tokens < cost) return 0;
    this.#tokens -= cost;
    return cost;
  }

  /** A call succeeded: its last retry's tokens come back, or one where it needed no retry. */
  refund(cost: number): void {
    this.#tokens = Math.min(CAPACITY, this.#tokens + (cost || 1));
  }
}
