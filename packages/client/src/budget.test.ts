import { describe, expect, test } from "vitest";
import { RetryBudget } from "./budget.ts";

function drain(budget: RetryBudget, afterTimeout: boolean): number {
  let retries = 0;
  while (retries < 1_000 && budget.take(afterTimeout)) retries += 1;
  return retries;
}

describe("the retry budget", () => {
  test("lasts for a hundred retries, or fifty after time-outs", () => {
    expect(drain(new RetryBudget(), false)).toBe(100);
    expect(drain(new RetryBudget(), true)).toBe(50);
  });

  test("gets a retry's tokens back by its success", () => {
    const budget = new RetryBudget();
    drain(budget, true);
    budget.refund(10);
    expect(drain(budget, true)).toBe(1);
    budget.refund(5);
    expect(drain(budget, true)).toBe(0);
    expect(drain(budget, false)).toBe(1);
  });

  test("gets one token back by a success without a retry", () => {
    const budget = new RetryBudget();
    drain(budget, false);
    for (let success = 0; success < 4; success++) budget.refund(0);
    expect(drain(budget, false)).toBe(0);
    budget.refund(0);
    expect(drain(budget, false)).toBe(1);
  });

  test("never holds more than it starts with", () => {
    const budget = new RetryBudget();
    for (let success = 0; success < 1_000; success++) budget.refund(5);
    expect(drain(budget, false)).toBe(100);
  });
});
