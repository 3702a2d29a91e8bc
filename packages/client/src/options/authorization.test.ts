import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { KEY, leaks } from "../../test/support/secrets.ts";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method, ENVIRONMENT, type AnyOptions } from "../../test/support/synthetic-api.ts";
import { schemeCredentials } from "../credentials/credentials.ts";
import { ConfigError } from "../index.ts";

beforeEach(() => vi.stubEnv(ENVIRONMENT.apiKey, undefined));
afterEach(() => vi.unstubAllEnvs());

const traced = { header: { "X-Trace-Id": "1" } };

describe("the key", () => {
  test("is the option, else the environment variable", async () => {
    vi.stubEnv(ENVIRONMENT.apiKey, "from-environment");
    const { fetch, seen } = stubFetch(() => Response.json([]));
    await method(createSynthetic({ fetch }), "listThings")();
    await method(createSynthetic({ fetch, apiKey: "from-option" }), "listThings")();
    expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer from-environment",
      "Bearer from-option",
    ]);
  });

  test.each([undefined, "", "  ", "a\nb"])("that the environment gives as %j is refused by the factory", (value) => {
    vi.stubEnv(ENVIRONMENT.apiKey, value);
    expect(() => createSynthetic()).toThrow(ConfigError);
    expect(() => createSynthetic()).toThrow(/SYNTHETIC_API_KEY/);
  });

  test("goes with the operations that ask for it, and with no other", async () => {
    const { fetch, seen } = stubFetch();
    const client = createSynthetic({ fetch, apiKey: KEY });
    await method(client, "headerKeyed")(traced);
    await method(client, "open")();
    expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual([`Bearer ${KEY}`, null]);
  });

  test("is asked for anew at every attempt, so that it can rotate", async () => {
    let asked = 0;
    const { fetch, seen } = stubFetch((_, number) =>
      number === 1 ? new Response("{}", { status: 503 }) : Response.json([]),
    );
    await method(createSynthetic({ fetch, apiKey: () => `key-${++asked}` }), "listThings")();
    expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual(["Bearer key-1", "Bearer key-2"]);
  });

  test("that comes too late for its attempt does not take the place of the next one's", async () => {
    let giveFirst: (key: string) => void = () => {};
    const first = new Promise<string>((resolve) => {
      giveFirst = resolve;
    });
    let asked = 0;
    const { fetch } = stubFetch(async () => {
      giveFirst("first-key");
      await new Promise(setImmediate);
      return Response.json({ title: "no second-key here" }, { status: 404 });
    });
    const client = createSynthetic({ fetch, apiKey: () => (asked++ ? "second-key" : first) });
    const call = method(client, "getThing")({ path: { id: "1" } }, { timeoutMs: 1_000, maxRetries: 1 });
    await expect(call).rejects.toMatchObject({ status: 404, body: { title: "no [redacted] here" } });
  });

  test("is not asked for where the operation needs none", async () => {
    const apiKey = vi.fn<() => string>();
    await method(createSynthetic({ apiKey, fetch: stubFetch().fetch }), "open")();
    expect(apiKey).not.toHaveBeenCalled();
  });

  test("is not needed where no operation does", async () => {
    const open = { method: "GET", path: "/open", responses: { 200: "object" } } as const;
    const api = { baseUrl: "https://a.test", setUp: schemeCredentials, operations: { open } };
    const client = createSynthetic({ fetch: stubFetch().fetch }, api);
    expect(await method(client, "open")()).toEqual({});
  });

  test("that a function can't give is a ConfigError with the reason, and sends nothing", async () => {
    const { fetch, seen } = stubFetch();
    const apiKey = (): string => {
      throw new TypeError("vault is sealed");
    };
    await expect(method(createSynthetic({ fetch, apiKey }), "listThings")()).rejects.toMatchObject({
      name: "ConfigError",
      message: "listThings: your `apiKey` function failed",
      cause: { name: "TypeError", message: "vault is sealed" },
    });
    expect(seen).toEqual([]);
  });
});

describe("keys that rotate within a call", () => {
  const first = "first-key-1234";
  const second = 'second"key\\56';
  const rotating = (): (() => string) => {
    const keys = [first, second];
    return () => keys.shift() as string;
  };
  const failed = (options: AnyOptions): Promise<unknown> =>
    method(createSynthetic({ maxRetries: 1, ...options }), "listThings")().catch((error: unknown) => error);

  test("are all cut from message, body, code, request id and events", async () => {
    const events: unknown[] = [];
    const { fetch, seen } = stubFetch(() => {
      const body = { title: `no ${first}`, detail: second, code: first, [second]: [`Bearer ${first}`] };
      return Response.json(body, { status: 503, headers: { "x-request-id": first } });
    });
    const error = await failed({ apiKey: rotating(), fetch, onEvent: (event: unknown) => events.push(event) });
    expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual([`Bearer ${first}`, `Bearer ${second}`]);
    expect([
      ...leaks(error, first),
      ...leaks(error, second),
      ...leaks(events, first),
      ...leaks(events, second),
    ]).toEqual([]);
    expect(error).toMatchObject({
      requestId: "[redacted]",
      body: { detail: "[redacted]", "[redacted]": ["Bearer [redacted]"] },
    });
  });

  test("are all cut from a cause", async () => {
    const fetch = (): Promise<never> =>
      Promise.reject(new Error(`${first} and ${second}`, { cause: new Error(first) }));
    const error = await failed({ apiKey: rotating(), fetch });
    expect(error).toMatchObject({ name: "ConnectionError", cause: { message: "[redacted] and [redacted]" } });
    expect([...leaks(error, first), ...leaks(error, second)]).toEqual([]);
  });

  test("are cut from what the key function itself fails with", async () => {
    let asked = 0;
    const apiKey = (): string => {
      if (asked++) throw new Error(`${first} has expired`);
      return first;
    };
    const { fetch } = stubFetch(() => new Response("", { status: 503 }));
    const error = await failed({ apiKey, fetch });
    expect(error).toMatchObject({ name: "ConfigError", cause: { message: "[redacted] has expired" } });
    expect(leaks(error, first)).toEqual([]);
  });

  test("of fewer than eight characters are left in, so that words stay words", async () => {
    const { fetch } = stubFetch(() => Response.json({ title: "a test of 1234" }, { status: 400 }));
    expect(await failed({ apiKey: "test", fetch })).toMatchObject({ message: "listThings: 400 a test of 1234" });
  });
});
