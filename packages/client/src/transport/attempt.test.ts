import { describe, expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { ofFetch } from "../../test/support/transport.ts";
import type { ClientEvent } from "../options/client-event.ts";

describe("an attempt", () => {
  test("calls fetch as a plain function with a URL and an init", async () => {
    let given: unknown[] = [];
    const client = createSynthetic({
      apiKey: "key",
      fetch(this: unknown, ...all: unknown[]) {
        given = [this, ...all];
        return Promise.resolve(Response.json([]));
      },
    });
    await method(client, "listThings")();
    const [self, url, init] = given as [unknown, unknown, RequestInit];
    expect(self).toBeUndefined();
    expect(url).toBe("https://api.example.test/v1/things");
    expect(init).toMatchObject({ method: "GET", redirect: "manual" });
    expect(init.signal).toBeInstanceOf(AbortSignal);
    // A plain record: making a Headers costs more than all else that is done to a request.
    expect(Object.getPrototypeOf(init.headers)).toBe(Object.prototype);
    expect(given).toHaveLength(3);
  });

  test("refuses what a browser shows of a redirect", ofFetch, async () => {
    const response = Object.defineProperties(new Response(), {
      status: { value: 0 },
      ok: { value: false },
      type: { value: "opaqueredirect" },
    });
    const client = createSynthetic({ apiKey: "key", fetch: async () => response });
    await expect(method(client, "listThings")()).rejects.toMatchObject({
      name: "ResponseError",
      message: "listThings: unexpected redirect (0)",
    });
  });

  test("that is over sends nothing, and tells of nothing, when its key comes late", async () => {
    let give: (key: string) => void = () => {};
    const late = new Promise<string>((resolve) => {
      give = resolve;
    });
    const { fetch, seen } = stubFetch();
    const controller = new AbortController();
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent): void => void events.push(event);
    const call = method(createSynthetic({ fetch, apiKey: () => late, onEvent }), "listThings")(undefined, {
      signal: controller.signal,
    });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    give("key");
    await new Promise(setImmediate);
    expect(seen).toEqual([]);
    expect(events).toEqual([]);
  });

  test("that is over lets go of a response that comes late, and tells of none", async () => {
    let give: (response: Response) => void = () => {};
    const late = new Promise<Response>((resolve) => {
      give = resolve;
    });
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent): void => void events.push(event);
    const controller = new AbortController();
    const client = createSynthetic({ apiKey: "key", fetch: () => late, onEvent });
    const call = method(client, "listThings")(undefined, { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
    let cancelled = false;
    give(new Response(new ReadableStream({ cancel: () => void (cancelled = true) })));
    await new Promise(setImmediate);
    expect(cancelled).toBe(true);
    expect(events.map(({ type }) => type)).toEqual(["request"]);
  });

  test("that is over lets go of a body that heeds no signal", async () => {
    let cancelled = false;
    const body = new ReadableStream({ cancel: () => void (cancelled = true) });
    const controller = new AbortController();
    const events: ClientEvent[] = [];
    const onEvent = (event: ClientEvent): void => void events.push(event);
    const client = createSynthetic({ apiKey: "key", fetch: async () => new Response(body), onEvent });
    const call = method(client, "exportText")(undefined, { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort("enough");
    await expect(call).rejects.toMatchObject({ name: "AbortError", cause: "enough" });
    await new Promise(setImmediate);
    expect(cancelled).toBe(true);
    expect(events.map(({ type }) => type)).toEqual(["request"]);
  });

  test("is not sent when the listener that is told of it aborts", async () => {
    const { fetch, seen } = stubFetch();
    const controller = new AbortController();
    const client = createSynthetic({ apiKey: "key", fetch, onEvent: () => controller.abort() });
    await expect(method(client, "listThings")({}, { signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(seen).toEqual([]);
  });

  test.each([
    ["nothing", undefined],
    ["a text", "{}"],
    ["what has no headers", { ok: true, status: 200, json: async () => ({}) }],
    ["Response.error()", Response.error()],
  ])("refuses a fetch that gives %s, once", ofFetch, async (_, given) => {
    let calls = 0;
    const client = createSynthetic({ apiKey: "key", fetch: async () => (calls++, given) });
    await expect(method(client, "listThings")()).rejects.toMatchObject({
      name: "ResponseError",
      message: "listThings: your `fetch` gave no Response",
      status: undefined,
    });
    expect(calls).toBe(1);
  });

  test("refuses a body that is not made of bytes", ofFetch, async () => {
    const body = { getReader: () => ({ read: async () => ({ value: new ArrayBuffer(9) }), cancel: () => {} }) };
    const response = Object.defineProperty(new Response(), "body", { value: body });
    const client = createSynthetic({ apiKey: "key", fetch: async () => response });
    await expect(method(client, "listThings")()).rejects.toMatchObject({ name: "ResponseError" });
  });

  test("survives a body whose cancel gives no promise", ofFetch, async () => {
    const body = { getReader: () => ({ read: () => new Promise(() => {}), cancel: () => {} }) };
    const response = Object.defineProperty(new Response(), "body", { value: body });
    const client = createSynthetic({ apiKey: "key", fetch: async () => response, maxRetries: 0, timeoutMs: 1 });
    await expect(method(client, "listThings")()).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("looks the platform's fetch up at every call", ofFetch, async () => {
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const client = createSynthetic({ apiKey: "key" });
    const original = globalThis.fetch;
    globalThis.fetch = fetch as typeof globalThis.fetch;
    try {
      await method(client, "listThings")();
    } finally {
      globalThis.fetch = original;
    }
    expect(seen).toHaveLength(1);
  });

  test("puts the innermost cause into its words", async () => {
    const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:9"), { code: "ECONNREFUSED" });
    const client = createSynthetic({
      apiKey: "key",
      maxRetries: 0,
      fetch: () => Promise.reject(new TypeError("fetch failed", { cause })),
    });
    await expect(method(client, "listThings")()).rejects.toMatchObject({
      name: "ConnectionError",
      message: "listThings: request failed: connect ECONNREFUSED 127.0.0.1:9 (ECONNREFUSED)",
      cause: { message: "fetch failed", cause: { code: "ECONNREFUSED" } },
    });
  });
});
