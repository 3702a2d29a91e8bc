import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { list, start } from "../../test/support/retrying.ts";
import { method } from "../../test/support/synthetic-api.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the events", () => {
  test("tell each attempt by operation and path template, nothing else", async () => {
    const { client: one, events } = start((_, number) =>
      number === 1 ? new Response("{}", { status: 503 }) : Response.json({}),
    );
    const done = method(one, "getThing")({ path: { id: "alice@example.test" } });
    await vi.runAllTimersAsync();
    await done;
    const common = { operation: "getThing", method: "GET", path: "/things/{id}" };
    expect(events).toEqual([
      { ...common, type: "request", attempt: 1 },
      { ...common, type: "response", attempt: 1, status: 503, durationMs: expect.any(Number) },
      { ...common, type: "retry", attempt: 1, status: 503, reason: "ApiError", delayMs: expect.any(Number) },
      { ...common, type: "request", attempt: 2 },
      { ...common, type: "response", attempt: 2, status: 200, durationMs: expect.any(Number) },
    ]);
  });

  test("name the error that a retry follows", async () => {
    const { client: one, events } = start((_, number) =>
      number === 1 ? Promise.reject(new TypeError("fetch failed")) : Response.json([]),
    );
    const done = list(one);
    await vi.runAllTimersAsync();
    await done;
    expect(events.find(({ type }) => type === "retry")).toMatchObject({ reason: "ConnectionError", status: undefined });
  });
});
