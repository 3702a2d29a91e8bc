import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { ApiError, ConfigError, ConnectionError, ResponseError, TimeoutError } from "../index.ts";
import { backOffMs, isRetryable } from "./retry-policy.ts";

describe("the back-off", () => {
  afterEach(() => void vi.restoreAllMocks());

  function backOff(attempts: number, random: number): number {
    vi.spyOn(Math, "random").mockReturnValue(random);
    return backOffMs(attempts);
  }

  test("lies between half of its step and the whole, and never over eight seconds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const step = Math.min(8_000, 500 * 2 ** (attempt - 1));
          const delay = backOff(attempt, random);
          expect(delay).toBeGreaterThanOrEqual(step / 2);
          expect(delay).toBeLessThanOrEqual(step);
          expect(delay).toBeLessThanOrEqual(8_000);
        },
      ),
      { numRuns: 10_000, seed: 3 },
    );
  });

  test("doubles from half a second to eight", () => {
    expect([1, 2, 5, 40].map((attempt) => backOff(attempt, 0))).toEqual([250, 500, 4_000, 4_000]);
    expect([1, 2, 3, 4, 5, 6, 40].map((attempt) => backOff(attempt, 1))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
    ]);
  });
});

describe("what may not happen again", () => {
  const init = { operation: "listThings" };

  test.each([
    ["a failed connection", new ConnectionError("reset", init), true],
    ["a time-out", new TimeoutError("late", init), true],
    ["an unusable response", new ResponseError("not JSON", { ...init, status: 503 }), false],
    ["a refusal", new ConfigError("missing", init), false],
    ["what is no error of the client", new Error("ConnectionError"), false],
  ])("is judged by class: %s", (_, error, expected) => {
    expect(isRetryable(error)).toBe(expected);
  });

  test("is judged by status where there is a response", () => {
    const retried = Array.from({ length: 200 }, (_, at) => at + 400).filter((status) =>
      isRetryable(new ApiError({ ...init, status, body: {}, requestId: undefined, retryAfterMs: undefined })),
    );
    expect(retried).toEqual([408, 429, 500, 502, 503, 504]);
  });
});
