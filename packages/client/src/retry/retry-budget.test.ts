import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { list, start } from "../../test/support/retrying.ts";
import { CAPACITY, refund, take, type RetryBudget } from "./retry-budget.ts";

function drain(budget: RetryBudget, afterTimeout: boolean): number {
  let retries = 0;
  while (retries < 1_000 && take(budget, afterTimeout)) retries += 1;
  return retries;
}

describe("the retry budget", () => {
  test("lasts for a hundred retries, or fifty after time-outs", () => {
    expect(drain({ tokens: CAPACITY }, false)).toBe(100);
    expect(drain({ tokens: CAPACITY }, true)).toBe(50);
  });

  test("gets a retry's tokens back by its success", () => {
    const budget = { tokens: CAPACITY };
    drain(budget, true);
    refund(budget, 10);
    expect(drain(budget, true)).toBe(1);
    refund(budget, 5);
    expect(drain(budget, true)).toBe(0);
    expect(drain(budget, false)).toBe(1);
  });

  test("gets one token back by a success without a retry", () => {
    const budget = { tokens: CAPACITY };
    drain(budget, false);
    for (let success = 0; success < 4; success++) refund(budget, 0);
    expect(drain(budget, false)).toBe(0);
    refund(budget, 0);
    expect(drain(budget, false)).toBe(1);
  });

  test("never holds more than it starts with", () => {
    const budget = { tokens: CAPACITY };
    for (let success = 0; success < 1_000; success++) refund(budget, 5);
    expect(drain(budget, false)).toBe(100);
  });
});

describe("the budget in calls", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("is the client's: spent by retries, filled by successes", async () => {
    let isDown = true;
    const { client: one, count } = start(() => (isDown ? new Response("{}", { status: 503 }) : Response.json([])));
    const calls = async (number: number): Promise<number> => {
      const before = count();
      const all = Promise.allSettled(Array.from({ length: number }, () => list(one)));
      await vi.runAllTimersAsync();
      await all;
      return count() - before;
    };
    expect(await calls(60)).toBe(160);
    expect(await calls(20)).toBe(20);
    isDown = false;
    await calls(10);
    isDown = true;
    expect(await calls(1)).toBe(3);
    expect(await calls(1)).toBe(1);
  });

  test("lasts half as long after time-outs", async () => {
    const { client: one, count } = start(() => new Promise(() => {}), { timeoutMs: 10 });
    const all = Promise.allSettled(Array.from({ length: 60 }, () => list(one)));
    await vi.runAllTimersAsync();
    await all;
    expect(count()).toBe(60 + 50);
  });

  test("gets back what a retry took that helped", async () => {
    const { client: one, count } = start((_, number) =>
      number % 2 ? new Response("{}", { status: 503 }) : Response.json([]),
    );
    for (let call = 0; call < 150; call++) {
      const done = list(one);
      await vi.runAllTimersAsync();
      await done;
    }
    expect(count()).toBe(300);
  });
});
