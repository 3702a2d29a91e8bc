import { describe, expect, test } from "vitest";
import { one, startHttp } from "../../test/support/http.ts";
import { KEY, leaks } from "../../test/support/secrets.ts";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, httpOf, type AnyHttp } from "../../test/support/synthetic-api.ts";
import { besides } from "../../test/support/transport.ts";
import { ApiError, ConfigError } from "../index.ts";
import { openapiFetch, wrapAsPathBasedClient } from "../openapi-fetch.ts";

describe("openapiFetch", () => {
  test("has the verbs and the methods of openapi-fetch", () => {
    expect(Object.keys(startHttp().http).toSorted()).toEqual(
      ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE", "eject", "request", "use"].toSorted(),
    );
  });

  test.each([
    undefined,
    null,
    5,
    "client",
    {},
    { getThing: () => {} },
    { ...createSynthetic({ apiKey: KEY }) },
    startHttp().http,
  ])("takes one of our clients, not %j", (client) => {
    expect(() => openapiFetch(client as object)).toThrow(
      new ConfigError("openapiFetch needs a client that a create… function of an SDK made", { operation: undefined }),
    );
  });

  test.each([{}, { baseUrl: "https://evil.example.test" }, null])("takes no options, not %j", (options) => {
    expect(() => openapiFetch(createSynthetic({ apiKey: KEY }), options as never)).toThrow(
      "openapiFetch takes no options: give them to the create… function",
    );
  });

  test("shows no key, nor does the client that it is made of", () => {
    const client = createSynthetic({ apiKey: KEY });
    expect([...leaks(client), ...leaks(httpOf(client))]).toEqual([]);
    expect(JSON.stringify(Object.getOwnPropertyDescriptors(client))).not.toContain(KEY);
  });

  test("sends with the client's key, base URL and headers", async () => {
    const { http, seen } = startHttp(undefined, { baseUrl: "https://other.test/base", headers: { "x-a": "b" } });
    await http.GET("/things/{id}", { params: { path: { id: "a b" }, query: { limit: 1 } } });
    await http.request("get", "/things/{id}", one);
    expect(seen.map(({ url }) => url)).toEqual([
      "https://other.test/base/things/a%20b?limit=1",
      "https://other.test/base/things/1",
    ]);
    expect(Object.fromEntries(seen[0]?.headers ?? [])).toEqual({
      accept: "application/json",
      authorization: `Bearer ${KEY}`,
      "x-a": "b",
      ...besides,
    });
    expect(seen[0]?.redirect).toBe("manual");
  });

  test("is called by path, too", async () => {
    const { http, seen } = startHttp(() => Response.json({ ok: true }));
    const paths = wrapAsPathBasedClient(http as never) as Record<string, AnyHttp>;
    expect(await paths["/things/{id}"]?.GET(one)).toMatchObject({ data: { ok: true } });
    expect(seen[0]?.url).toBe("https://api.example.test/v1/things/1");
  });

  test("retries as the client does, in its budget", async () => {
    const { http, seen } = startHttp((_, number) => new Response("{}", { status: number < 3 ? 503 : 200 }), {
      maxRetries: 2,
    });
    expect((await http.GET("/things/{id}", one)).data).toEqual({});
    expect(seen).toHaveLength(3);
    await http.POST("/things", { body: {} }).catch(() => {});
    expect(seen).toHaveLength(4);
  });

  test("sends a body again in a retry", async () => {
    const { http, seen } = startHttp((_, number) => new Response("{}", { status: number < 2 ? 503 : 200 }), {
      maxRetries: 1,
    });
    await http.PUT("/things/{id}", { ...one, body: { a: 1 } });
    expect(seen.map(({ body }) => new TextDecoder().decode(body as Uint8Array))).toEqual(['{"a":1}', '{"a":1}']);
  });

  test("takes the options of a call", async () => {
    const { http } = startHttp(() => new Promise(() => {}), { timeoutMs: 100_000 });
    await expect(http.GET("/things", { timeoutMs: 5 })).rejects.toMatchObject({ name: "TimeoutError" });
    await expect(http.GET("/things", { totalTimeoutMs: 5 })).rejects.toMatchObject({ name: "TimeoutError" });
    const { http: large } = startHttp(() => Response.json(["x".repeat(100)]));
    await expect(large.GET("/things", { maxResponseBytes: 99 })).rejects.toMatchObject({ name: "ResponseError" });
  });

  test.each([
    ["GET", "/nowhere"],
    ["DELETE", "/open"],
    ["GET", "https://evil.example.test/things"],
    ["GET", "//evil.example.test"],
    ["GET", "/things/../admin"],
    ["GET", undefined],
    ["CONNECT", "/things"],
    [undefined, "/things"],
  ])("refuses %s %s, which the document does not have", async (verb, path) => {
    const { http, seen } = startHttp();
    const failed = http.request(verb, path);
    await expect(failed).rejects.toBeInstanceOf(ConfigError);
    await expect(failed).rejects.toThrow("openapiFetch: no such method and path");
    expect(seen).toEqual([]);
  });
});

test("a path that is nearly right is named", async () => {
  await expect(startHttp().http.GET("/thing/{id}", one)).rejects.toThrow('did you mean "GET /things/{id}"?');
});

describe("a result", () => {
  test("has data and the response that it came in", async () => {
    const { http } = startHttp(() => Response.json({ ok: true }, { headers: { "x-a": "b" } }));
    const { data, error, response } = await http.GET("/things/{id}", one);
    expect(data).toEqual({ ok: true });
    expect(error).toBeUndefined();
    expect(response.headers.get("x-a")).toBe("b");
    expect([response.url, response.bodyUsed]).toEqual(["https://api.example.test/v1/things/1", true]);
  });

  test.each(['{"title":"no"}', "plain", "", "null", "false", "0", '""'])(
    "has the vendor's error, which never reads as success: %j",
    async (body) => {
      const { http } = startHttp(() => new Response(body, { status: 404 }));
      const { data, error, response } = await http.GET("/things/{id}", one);
      expect([data, Boolean(error), response.status]).toEqual([undefined, true, 404]);
      // What openapi-fetch would give is falsy.
      const isFalsy = ["", "null", "false", "0", '""'].includes(body);
      expect(error instanceof ApiError).toBe(isFalsy);
    },
  );

  test("rejects where there is no usable response", async () => {
    const html = startHttp(() => new Response("<p>")).http;
    await expect(html.GET("/things/{id}", one)).rejects.toMatchObject({ name: "ResponseError", operation: "getThing" });
    const { http } = startHttp(() => Promise.reject(new Error("down")));
    await expect(http.GET("/things/{id}", one)).rejects.toMatchObject({ name: "ConnectionError" });
    const redirect = startHttp(() => Response.redirect("https://evil.example.test")).http;
    await expect(redirect.GET("/things/{id}", one)).rejects.toMatchObject({ name: "ResponseError" });
  });

  test.each([null, undefined, 5])("comes with %j for no options", async (init) => {
    expect((await startHttp(() => Response.json([])).http.GET("/things", init)).data).toEqual([]);
  });

  test("comes of many calls at once, each its own", async () => {
    const { fetch } = stubFetch(({ url }) => Response.json({ url }));
    const http = httpOf(createSynthetic({ apiKey: KEY, fetch }));
    const ids = Array.from({ length: 50 }, (_, index) => `id-${index}`);
    const results = await Promise.all(ids.map((id) => http.GET("/things/{id}", { params: { path: { id } } })));
    expect(results.map(({ data }) => (data as { url: string }).url)).toEqual(
      ids.map((id) => `https://api.example.test/v1/things/${id}`),
    );
  });
});
