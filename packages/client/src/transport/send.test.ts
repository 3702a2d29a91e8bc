import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { list, start } from "../../test/support/retrying.ts";
import { stubFetch, type Reply } from "../../test/support/stub-fetch.ts";
import { createSynthetic } from "../../test/support/synthetic-api.ts";
import { ApiError, TimeoutError } from "../index.ts";
import type { ClientEvent } from "../options/client-event.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const failing: Reply = () => new Response("{}", { status: 503 });

function delays(events: ClientEvent[]): number[] {
  return events.flatMap((event) => (event.type === "retry" ? [event.delayMs] : []));
}

describe("the back-off", () => {
  test("is what the client sleeps: no longer, no shorter", async () => {
    const times: number[] = [];
    const { client: one, events } = start(() => {
      times.push(Date.now());
      return new Response("{}", { status: 503 });
    });
    const failed = list(one, { maxRetries: 6 }).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await failed).toBeInstanceOf(ApiError);
    const slept = times.slice(1).map((time, at) => time - (times[at] as number));
    expect(slept).toEqual(delays(events).map((delay) => Math.trunc(delay)));
    expect(Math.max(...slept)).toBeLessThanOrEqual(8_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("Retry-After", () => {
  const asking =
    (value: string): Reply =>
    (_, number) =>
      number === 1 ? new Response("{}", { status: 429, headers: { "retry-after": value } }) : Response.json([]);

  test("is waited for when it is longer than the back-off", async () => {
    const { client: one, events } = start(asking("60"));
    const done = list(one);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(events.map(({ type }) => type)).toEqual(["request", "response", "retry"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await done).toEqual([]);
    expect(delays(events)).toEqual([60_000]);
  });

  test("does not shorten the back-off", async () => {
    const { client: one, events } = start(asking("0"));
    const done = list(one);
    await vi.runAllTimersAsync();
    await done;
    expect(delays(events)[0]).toBeGreaterThanOrEqual(250);
  });

  test("over a minute throws the response at once", async () => {
    const { client: one, count } = start(asking("61"));
    await expect(list(one)).rejects.toMatchObject({ status: 429, retryAfterMs: 61_000 });
    expect(count()).toBe(1);
  });
});

describe("the time of a call", () => {
  test("timeoutMs is each attempt's", async () => {
    const { client: one, count } = start(() => new Promise(() => {}), { timeoutMs: 1_000, maxRetries: 1 });
    const failed = list(one).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(999);
    expect(count()).toBe(1);
    await vi.runAllTimersAsync();
    expect(await failed).toBeInstanceOf(TimeoutError);
    expect(count()).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that is over when a back-off ends sends nothing more", async () => {
    const { fetch, seen } = stubFetch(failing);
    const onEvent = ({ type }: ClientEvent): void => void (type === "retry" && vi.advanceTimersByTime(5_000));
    const outcome = list(createSynthetic({ apiKey: "k", fetch, onEvent, totalTimeoutMs: 2_000 })).catch(
      (error: unknown) => error,
    );
    await vi.runAllTimersAsync();
    expect(await outcome).toMatchObject({
      name: "TimeoutError",
      message: expect.stringContaining("2000 ms (totalTimeoutMs)"),
    });
    expect(seen).toHaveLength(1);
  });

  test("totalTimeoutMs cuts the last attempt short", async () => {
    const { client: one } = start(() => new Promise(() => {}), {
      timeoutMs: 1_000,
      totalTimeoutMs: 2_000,
      maxRetries: 9,
    });
    const failed = list(one).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await failed).toMatchObject({
      name: "TimeoutError",
      message: "listThings: request timed out after 2000 ms (totalTimeoutMs)",
    });
  });

  test("a back-off that would pass totalTimeoutMs is not begun", async () => {
    const { client: one, count } = start(failing, { totalTimeoutMs: 100 });
    await expect(list(one)).rejects.toBeInstanceOf(ApiError);
    expect(count()).toBe(1);
  });
});

test("a response that is unusable is not asked for again, whatever its status", async () => {
  const { client: one, count } = start(() => new Response("too large", { status: 503 }), { maxResponseBytes: 5 });
  const outcome = list(one).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await outcome).toMatchObject({ name: "ResponseError", status: 503 });
  expect(count()).toBe(1);
});
