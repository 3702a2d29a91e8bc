import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { one, startHttp, textOf } from "../../test/support/http.ts";
import { KEY } from "../../test/support/secrets.ts";
import { ConfigError } from "../index.ts";
import type { Middleware } from "./library.ts";

type OnRequest = Extract<Middleware, { onRequest: unknown }>["onRequest"];
const json = (): Response => Response.json({ ok: true });

describe("onRequest", () => {
  test("sees the request, its template, parameters, options and id, and no key", async () => {
    const { http } = startHttp(json, { headers: { "x-client": "1" } });
    let seen: Parameters<OnRequest>[0] | undefined;
    http.use({ onRequest: (given: Parameters<OnRequest>[0]) => void (seen = given) });
    await http.GET("/things/{id}", { params: { path: { id: "1" }, query: { limit: 2 } }, headers: { "x-call": "2" } });
    expect(seen).toMatchObject({
      schemaPath: "/things/{id}",
      params: { path: { id: "1" }, query: { limit: 2 } },
      options: { baseUrl: "https://api.example.test/v1", parseAs: "json" },
    });
    expect(seen?.id).toBeTypeOf("string");
    expect(seen?.request).toBeInstanceOf(Request);
    expect(seen?.request.url).toBe("https://api.example.test/v1/things/1?limit=2");
    expect(Object.fromEntries(seen?.request.headers ?? [])).toEqual({ "x-client": "1", "x-call": "2" });
  });

  test("changes headers of the request", async () => {
    const { http, seen } = startHttp(json);
    http.use({ onRequest: ({ request }: { request: Request }) => request.headers.set("x-a", "b") });
    await http.GET("/things/{id}", one);
    expect(seen[0]?.headers.get("x-a")).toBe("b");
    expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  });

  test("returns a new Request, with its URL, headers and body", async () => {
    const { http, seen } = startHttp(json);
    http.use({
      async onRequest({ request }: { request: Request }) {
        const body = JSON.stringify({ wrapped: await request.clone().json() });
        return new Request(`${request.url}?trace=1`, {
          method: "PUT",
          headers: { ...Object.fromEntries(request.headers), "x-a": "b" },
          body,
        });
      },
    });
    const { data } = await http.PUT("/things/{id}", { ...one, body: { a: 1 } });
    expect(data).toEqual({ ok: true });
    expect(seen[0]?.url).toBe("https://api.example.test/v1/things/1?trace=1");
    expect([seen[0]?.headers.get("x-a"), textOf(seen[0] as never)]).toEqual(["b", '{"wrapped":{"a":1}}']);
    expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  });

  test("returns a Response, and nothing is sent", async () => {
    const { http, seen } = startHttp(json);
    http.use({ onRequest: () => Response.json({ cached: true }) });
    expect((await http.GET("/things/{id}", one)).data).toEqual({ cached: true });
    http.use({ onRequest: () => new Response(undefined, { status: 500 }) });
    expect(seen).toEqual([]);
  });

  test("returns an error without a body, which does not read as success", async () => {
    const { http } = startHttp(json);
    http.use({ onRequest: () => new Response("", { status: 503 }) });
    const { error } = await http.GET("/things/{id}", one);
    expect(error).toMatchObject({ name: "ApiError", status: 503, operation: "getThing" });
  });

  test.each<[string, (request: Request) => Request, string]>([
    [
      "another origin",
      (request) => new Request("https://evil.example.test/v1/things/1", request),
      "leaves the client's base URL",
    ],
    ["another path", (request) => new Request("https://api.example.test/v1/admin", request), "goes to another path"],
    ["a path above the base", (request) => new Request("https://api.example.test/things/1", request), "another path"],
    ["a dot segment", (request) => new Request(`${request.url}/../..`, request), "another path"],
    [
      "credentials",
      (request) => new Request("https://a@api.example.test/v1/things/1", { headers: request.headers }),
      "",
    ],
    ["another method", (request) => new Request(request, { method: "DELETE" }), "another method"],
    [
      "a key of its own",
      (request) => new Request(request, { headers: { authorization: "mine" } }),
      "set by the client",
    ],
  ])("can't send to %s", async (_, change, why) => {
    const { http, seen } = startHttp(json);
    http.use({ onRequest: ({ request }: { request: Request }) => change(request) });
    const failed = http.GET("/things/{id}", one);
    await expect(failed).rejects.toThrow(why);
    await expect(failed).rejects.toSatisfy((error) => error instanceof ConfigError || error instanceof TypeError);
    expect(seen).toEqual([]);
  });

  test("that reads the body itself is told to clone", async () => {
    const { http } = startHttp(json);
    http.use({ onRequest: async ({ request }: { request: Request }) => void (await request.text()) });
    await expect(http.PUT("/things/{id}", { ...one, body: {} })).rejects.toThrow(
      "let a middleware read request.clone()",
    );
  });

  test("brings a signal of its own", async () => {
    const { http } = startHttp(() => new Promise(() => {}));
    const controller = new AbortController();
    http.use({
      onRequest({ request }: { request: Request }) {
        setImmediate(() => controller.abort(new Error("the middleware had enough")));
        return new Request(request, { signal: controller.signal });
      },
    });
    const own = new AbortController();
    await expect(http.GET("/things/{id}", { ...one, signal: own.signal })).rejects.toMatchObject({
      name: "AbortError",
      cause: { message: "the middleware had enough" },
    });
  });

  test("does not take the caller's signal away", async () => {
    const { http } = startHttp(() => new Promise(() => {}));
    http.use({ onRequest: ({ request }: { request: Request }) => new Request(request) });
    const own = new AbortController();
    const failed = http.GET("/things/{id}", { ...one, signal: own.signal });
    setImmediate(() => own.abort(new Error("the caller had enough")));
    await expect(failed).rejects.toMatchObject({ name: "AbortError", cause: { message: "the caller had enough" } });
  });

  test("sends by itself without the key", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers);
      response.end('{"ok":true}');
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { http } = startHttp(undefined, {
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      fetch: undefined,
    });
    http.use({ onRequest: ({ request }: { request: Request }) => fetch(request.clone()) });
    expect((await http.GET("/things/{id}", one)).data).toEqual({ ok: true });
    expect(seen.map(({ authorization }) => authorization)).toEqual([undefined]);
    server.closeAllConnections();
    server.close();
  });

  test("sends once more by options.fetch, under the guards of the call", async () => {
    const { http, seen } = startHttp((_, number) => Response.json({ number }, { status: number === 1 ? 401 : 200 }));
    http.use({
      onResponse: ({
        response,
        request,
        options,
      }: {
        response: Response;
        request: Request;
        options: { fetch: typeof fetch };
      }) => (response.status === 401 ? options.fetch(request) : undefined),
    });
    expect((await http.GET("/things/{id}", one)).data).toEqual({ number: 2 });
    expect(seen).toHaveLength(2);
    http.use({
      onRequest: ({ options }: { options: { fetch: typeof fetch } }) =>
        options.fetch(new Request("https://evil.example.test")),
    });
    await expect(http.GET("/things/{id}", one)).rejects.toThrow("leaves the client's base URL");
    expect(seen).toHaveLength(2);
  });
});
