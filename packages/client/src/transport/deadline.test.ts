import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stubFetch, type Reply } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function start(
  reply: Reply,
  options = {},
): {
  call: Promise<unknown>;
  signal: AbortSignal;
  abort: (reason?: unknown) => void;
  seen: ReturnType<typeof stubFetch>["seen"];
} {
  const { fetch, seen } = stubFetch(reply);
  const controller = new AbortController();
  const call = method(createSynthetic({ apiKey: "key", fetch }), "listThings")(undefined, {
    signal: controller.signal,
    ...options,
  });
  call.catch(() => {});
  return { call, seen, signal: controller.signal, abort: (reason) => controller.abort(reason) };
}

const never: Reply = () => new Promise(() => {});
const busy: Reply = () => new Response("{}", { status: 503 });
const endings: [string, Reply, unknown][] = [
  ["a success", () => Response.json([]), undefined],
  ["an error", () => new Response("", { status: 404 }), "ApiError"],
  ["a failure", () => Promise.reject(new Error("down")), "ConnectionError"],
  ["retries", (_, number) => (number < 3 ? new Response("{}", { status: 503 }) : Response.json([])), undefined],
  ["a time-out", never, "TimeoutError"],
];

describe("listener and timer", () => {
  test.each(endings)("are gone after %s", async (_, reply, name) => {
    const { call, signal } = start(reply);
    await vi.runAllTimersAsync();
    expect(
      await call.then(
        () => undefined,
        (error: Error) => error.name,
      ),
    ).toBe(name);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    ["a request", never, 0],
    ["a back-off", busy, 1],
  ] as const)("are gone after an abort during %s", async (_, reply, advance) => {
    const { call, signal, abort } = start(reply);
    await vi.advanceTimersByTimeAsync(advance);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("an abort", () => {
  test("gives its reason as the cause", async () => {
    const reason = new Error("the user left");
    const { call, abort } = start(never);
    abort(reason);
    await expect(call).rejects.toMatchObject({
      name: "AbortError",
      message: "listThings: request aborted by its signal",
      cause: reason,
    });
  });

  test("before the call sends nothing", async () => {
    const { call, seen } = start(never, { signal: AbortSignal.abort("early") });
    await expect(call).rejects.toMatchObject({ name: "AbortError", cause: "early" });
    expect(seen).toEqual([]);
  });

  test("before the call sends nothing where no key is needed, either", async () => {
    const { fetch, seen } = stubFetch(never);
    const call = method(createSynthetic({ apiKey: "key", fetch }), "open")({}, { signal: AbortSignal.abort("early") });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toEqual([]);
  });

  test("before the call asks for no key", async () => {
    const apiKey = vi.fn<() => string>();
    const call = method(createSynthetic({ apiKey }), "listThings")({}, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(apiKey).not.toHaveBeenCalled();
  });

  test("by a signal that times out is an AbortError, not the client's TimeoutError", async () => {
    const { call } = start(never, { signal: AbortSignal.abort(new DOMException("late", "TimeoutError")) });
    await expect(call).rejects.toMatchObject({ name: "AbortError", cause: { name: "TimeoutError" } });
  });

  test("during a back-off sends nothing more", async () => {
    const { call, seen, abort } = start(busy);
    await vi.advanceTimersByTimeAsync(10);
    abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    await vi.runAllTimersAsync();
    expect(seen).toHaveLength(1);
  });

  test("within the listener of a retry is heeded", async () => {
    const controller = new AbortController();
    const { fetch, seen } = stubFetch(busy);
    const onEvent = (event: { type: string }): void => {
      if (event.type === "retry") controller.abort();
    };
    const call = method(createSynthetic({ apiKey: "key", fetch, onEvent }), "listThings")(undefined, {
      signal: controller.signal,
    });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    expect(seen).toHaveLength(1);
  });
});

describe("fetch's signal", () => {
  test("is aborted with the call, and with each attempt that is late", async () => {
    const one = start(never);
    await vi.advanceTimersByTimeAsync(0);
    expect(one.seen[0]?.signal.aborted).toBe(false);
    one.abort();
    expect(one.seen[0]?.signal.aborted).toBe(true);
    const two = start(never, { maxRetries: 1, timeoutMs: 100 });
    await vi.runAllTimersAsync();
    expect(two.seen.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });

  test("makes fetch reject, which is not heard after the time-out", async () => {
    const heeding: Reply = ({ signal }, number) =>
      number > 1
        ? Response.json([])
        : new Promise((_, reject) => {
            signal.addEventListener("abort", () => reject(signal.reason as Error));
          });
    const { call, seen } = start(heeding, { maxRetries: 1, timeoutMs: 100 });
    await vi.runAllTimersAsync();
    await expect(call).resolves.toEqual([]);
    expect(seen).toHaveLength(2);
  });

  test("is another one for each attempt", async () => {
    const { seen } = start(busy);
    await vi.runAllTimersAsync();
    expect(new Set(seen.map(({ signal }) => signal)).size).toBe(3);
  });
});
