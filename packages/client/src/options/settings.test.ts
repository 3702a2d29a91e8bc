import { afterEach, describe, expect, test, vi } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";

afterEach(() => vi.unstubAllGlobals());

describe("a browser", () => {
  test.each([
    ["a page", { window: { document: {} } }],
    ["a worker", { importScripts: () => {} }],
  ])("that is %s is refused unless it is allowed", (_, globals) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    expect(() => createSynthetic({ apiKey: "key" })).toThrow(/dangerouslyAllowBrowser/);
    expect(() => createSynthetic({ apiKey: "key", dangerouslyAllowBrowser: false })).toThrow(/dangerouslyAllowBrowser/);
    expect(createSynthetic({ apiKey: "key", dangerouslyAllowBrowser: true })).toBeDefined();
  });

  test("is not a server with a window of its own", () => {
    vi.stubGlobal("window", {});
    expect(createSynthetic({ apiKey: "key" })).toBeDefined();
  });
});

describe("options", () => {
  test("that are undefined are as if they were not there", async () => {
    const nothing = {
      baseUrl: undefined,
      timeoutMs: undefined,
      totalTimeoutMs: undefined,
      maxRetries: undefined,
      maxResponseBytes: undefined,
    };
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const client = createSynthetic({
      apiKey: "key",
      fetch,
      headers: undefined,
      onEvent: undefined,
      dangerouslyAllowBrowser: undefined,
      ...nothing,
    });
    await method(client, "listThings")(undefined, {
      ...nothing,
      signal: undefined,
      headers: undefined,
      idempotent: undefined,
    });
    expect(seen[0]?.url).toBe("https://api.example.test/v1/things");
  });

  test.each(["baseUrl", "apiKey", "fetch", "timeoutMs"])("do not take null for %s", (name) => {
    expect(() => createSynthetic({ apiKey: "key", [name]: null })).toThrow(name);
  });

  test("of a call go over the client's", async () => {
    const client = createSynthetic({
      apiKey: "key",
      fetch: stubFetch(() => Response.json(["12345678"])).fetch,
      maxResponseBytes: 5,
    });
    await expect(method(client, "listThings")()).rejects.toMatchObject({ name: "ResponseError" });
    expect(await method(client, "listThings")(undefined, { maxResponseBytes: 100 })).toEqual(["12345678"]);
  });
});
