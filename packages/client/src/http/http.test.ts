import { describe, expect, test } from "vitest";
import { KEY } from "../../test/support/secrets.ts";
import { stubFetch, type Reply } from "../../test/support/stub-fetch.ts";
import { createSynthetic, type AnyHttp } from "../../test/support/synthetic-api.ts";
import { ApiError, ConfigError } from "../index.ts";

function start(reply?: Reply, options = {}): { http: AnyHttp; seen: ReturnType<typeof stubFetch>["seen"] } {
  const { fetch, seen } = stubFetch(reply);
  return { http: createSynthetic({ apiKey: KEY, fetch, maxRetries: 0, ...options }).http, seen };
}
const one = { params: { path: { id: "1" } } };

describe("http", () => {
  test("is a verb for each method, and request", async () => {
    const { http, seen } = start(() => Response.json({ ok: true }));
    expect(Object.keys(http).toSorted()).toEqual([
      "DELETE",
      "GET",
      "HEAD",
      "OPTIONS",
      "PATCH",
      "POST",
      "PUT",
      "TRACE",
      "request",
    ]);
    await http.GET("/things/{id}", { params: { path: { id: "a b" }, query: { limit: 1 } } });
    await http.request("get", "/things/{id}", one);
    expect(seen.map(({ url }) => url)).toEqual([
      "https://api.example.test/v1/things/a%20b?limit=1",
      "https://api.example.test/v1/things/1",
    ]);
    expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  });

  test("gives data and the response that it came in", async () => {
    const { http } = start(() => Response.json({ ok: true }, { headers: { "x-a": "b" } }));
    const { data, error, response } = await http.GET("/things/{id}", one);
    expect(data).toEqual({ ok: true });
    expect(error).toBeUndefined();
    expect(response.headers.get("x-a")).toBe("b");
    expect(response.bodyUsed).toBe(true);
  });

  test("gives the vendor's error, and never one that reads as success", async () => {
    const bodies = ['{"title":"no"}', "plain", "", "null", "false", "0", '""'];
    for (const body of bodies) {
      const { data, error, response } = await start(() => new Response(body, { status: 404 })).http.GET(
        "/things/{id}",
        one,
      );
      expect(data).toBeUndefined();
      expect({ body, error: Boolean(error) }).toEqual({ body, error: true });
      expect(response.status).toBe(404);
    }
    const { error } = await start(() => new Response("", { status: 404 })).http.GET("/things/{id}", one);
    expect(error).toBeInstanceOf(ApiError);
  });

  test("rejects where there is no usable response", async () => {
    await expect(start(() => new Response("<p>")).http.GET("/things/{id}", one)).rejects.toMatchObject({
      name: "ResponseError",
      operation: "getThing",
    });
    await expect(start(() => Promise.reject(new Error("down"))).http.GET("/things/{id}", one)).rejects.toMatchObject({
      name: "ConnectionError",
    });
  });

  test("passes statuses on whose responses have no body", async () => {
    const { data, response } = await start(() => new Response(null, { status: 204 })).http.DELETE("/things/{id}", one);
    expect([data, response.status]).toEqual([undefined, 204]);
  });

  test("parses as it is told", async () => {
    const reply: Reply = () => new Response("not JSON");
    expect(await (await start(reply).http.GET("/things", { parseAs: "text" })).data).toBe("not JSON");
    expect((await start(reply).http.GET("/things", { parseAs: "blob" })).data).toBeInstanceOf(Blob);
    expect((await start(reply).http.GET("/things", { parseAs: "arrayBuffer" })).data).toEqual(
      new TextEncoder().encode("not JSON").buffer,
    );
    expect((await start(reply).http.GET("/things", { parseAs: "stream" })).data).toBeInstanceOf(ReadableStream);
  });

  test("parses what came with a status text that a Response does not take", async () => {
    const reply: Reply = () => Object.defineProperty(new Response("{}"), "statusText", { value: "\uc131\uacf5" });
    expect((await start(reply).http.GET("/things", { parseAs: "text" })).data).toBe("{}");
  });

  test("counts bytes whatever it parses as", async () => {
    const { http } = start(() => new Response("x".repeat(100)));
    await expect(http.GET("/things", { parseAs: "stream", maxResponseBytes: 99 })).rejects.toMatchObject({
      name: "ResponseError",
    });
  });

  test.each(["formData", "toString", "constructor", 5, null])("refuses parseAs %j before it sends", async (parseAs) => {
    const { http, seen } = start();
    await expect(http.GET("/things", { parseAs })).rejects.toBeInstanceOf(ConfigError);
    expect(seen).toEqual([]);
  });

  test.each([
    "fetch",
    "baseUrl",
    "pathSerializer",
    "querySerializer",
    "bodySerializer",
    "Request",
    "middleware",
    "redirect",
    "credentials",
    "cache",
  ])("does not take the option %s", async (option) => {
    const { http, seen } = start();
    await expect(http.GET("/things", { [option]: () => {} })).rejects.toThrow(`option "${option}" is not known`);
    expect(seen).toEqual([]);
  });

  test("has no middleware to register", () => {
    const { http } = start();
    expect(http).not.toHaveProperty("use");
    expect(http).not.toHaveProperty("eject");
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
  ])("refuses %s %s, which the spec does not have", async (verb, path) => {
    const { http, seen } = start();
    await expect(http.request(verb, path)).rejects.toBeInstanceOf(ConfigError);
    expect(seen).toEqual([]);
  });

  test.each([
    ["a Headers object", new Headers({ "X-A": "b" })],
    ["pairs", [["x-a", "b"]]],
    ["a record", { "x-a": "b", "x-b": undefined, "x-c": null }],
    ["a Map", new Map([["x-a", "b"]])],
  ])("takes headers as %s", async (_, headers) => {
    const { http, seen } = start(() => Response.json([]));
    await http.GET("/things", { headers });
    expect(seen[0]?.headers.get("x-a")).toBe("b");
  });

  test("refuses an authorization among them, however they come", async () => {
    for (const headers of [
      new Headers({ authorization: "mine" }),
      [["Authorization", "mine"]],
      { AUTHORIZATION: "mine" },
    ]) {
      await expect(start().http.GET("/things", { headers })).rejects.toBeInstanceOf(ConfigError);
    }
  });

  test.each([null, undefined, 5])("takes %j for no options", async (init) => {
    expect((await start(() => Response.json([])).http.GET("/things", init)).data).toEqual([]);
  });
});
