/** Tokens a client starts with, and never has more of. */
export const CAPACITY = 500;
const RETRY_COST = 5;
const TIMEOUT_RETRY_COST = 10;

/**
 * One client's allowance of retries: a vendor that is down is not hit three times as hard. Every retry takes tokens
 * (more after a time-out, which costs the vendor more), success gives them back; without tokens there is no retry.
 */
export interface RetryBudget {
  tokens: number;
}

/** Takes the tokens for a retry and returns how many, or 0 when there are too few. */
export function take(budget: RetryBudget, afterTimeout: boolean): number {
  const cost = afterTimeout ? TIMEOUT_RETRY_COST : RETRY_COST;
  if (budget.tokens < cost) return 0;
  budget.tokens -= cost;
  return cost;
}

/** A call succeeded: its last retry's tokens come back, or one where it needed no retry. */
export function refund(budget: RetryBudget, cost: number): void {
  budget.tokens = Math.min(CAPACITY, budget.tokens + (cost || 1));
}
