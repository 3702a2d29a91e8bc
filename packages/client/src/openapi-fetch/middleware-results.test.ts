import { describe, expect, test } from "vitest";
import { one, startHttp } from "../../test/support/http.ts";
import { ConnectionError } from "../index.ts";

const json = (): Response => Response.json({ ok: true });

describe("onResponse", () => {
  test("sees the response and returns another", async () => {
    const { http } = startHttp(json);
    http.use({
      async onResponse({ response }: { response: Response }) {
        const body = (await response.clone().json()) as object;
        return Response.json({ ...body, more: 1 }, { headers: response.headers });
      },
    });
    expect((await http.GET("/things/{id}", one)).data).toEqual({ ok: true, more: 1 });
  });

  test("sees an error status, after the retries, and makes a success of it", async () => {
    const { http, seen } = startHttp(() => new Response("{}", { status: 503 }), { maxRetries: 1 });
    const statuses: number[] = [];
    http.use({
      onResponse({ response }: { response: Response }) {
        statuses.push(response.status);
        return Response.json({ fallback: true });
      },
    });
    expect(await http.GET("/things/{id}", one)).toMatchObject({ data: { fallback: true } });
    expect([statuses, seen.length]).toEqual([[503], 2]);
  });

  test("throws, and the call rejects with it", async () => {
    const { http } = startHttp(() => new Response("{}", { status: 404 }));
    http.use({
      onResponse({ response }: { response: Response }) {
        if (!response.ok) throw new Error(`mine: ${response.status}`);
      },
    });
    await expect(http.GET("/things/{id}", one)).rejects.toThrow("mine: 404");
  });

  test("runs in reverse order, and request by request", async () => {
    const { http } = startHttp(json);
    const order: string[] = [];
    const named = (name: string): object => ({
      onRequest: () => void order.push(`${name} request`),
      onResponse: () => void order.push(`${name} response`),
    });
    http.use(named("a"), named("b"));
    await http.GET("/things/{id}", { ...one, middleware: [named("call")] });
    expect(order).toEqual(["a request", "b request", "call request", "call response", "b response", "a response"]);
    await http.GET("/things/{id}", one);
    expect(order).toHaveLength(10);
  });
});

describe("onError", () => {
  const down = (): Promise<never> => Promise.reject(new TypeError("fetch failed"));

  test("sees our error, and makes a response of it", async () => {
    const { http } = startHttp(down);
    let seen: unknown;
    http.use({
      onError({ error }: { error: unknown }) {
        seen = error;
        return Response.json({ fallback: true });
      },
    });
    expect((await http.GET("/things/{id}", one)).data).toEqual({ fallback: true });
    expect(seen).toBeInstanceOf(ConnectionError);
  });

  test("makes another error of it", async () => {
    const { http } = startHttp(down);
    http.use({ onError: ({ error }: { error: Error }) => new Error("mine", { cause: error }) });
    await expect(http.GET("/things/{id}", one)).rejects.toMatchObject({
      message: "mine",
      cause: { name: "ConnectionError" },
    });
  });
});

describe("use and eject", () => {
  test("register and unregister", async () => {
    const { http, seen } = startHttp(json);
    const middleware = { onRequest: ({ request }: { request: Request }) => request.headers.set("x-a", "b") };
    http.use(middleware);
    await http.GET("/things/{id}", one);
    http.eject(middleware);
    await http.GET("/things/{id}", one);
    expect(seen.map(({ headers }) => headers.get("x-a"))).toEqual(["b", null]);
  });

  test("are of one openapiFetch, not of the client", async () => {
    const first = startHttp(json);
    const second = startHttp(json);
    first.http.use({ onRequest: () => Response.json({ cached: true }) });
    expect((await second.http.GET("/things/{id}", one)).data).toEqual({ ok: true });
  });

  test("refuse what is no middleware, in openapi-fetch's words", () => {
    expect(() => startHttp().http.use({})).toThrow("Middleware must be an object with one of `onRequest()`");
  });

  test("a call refuses what is no list of them", async () => {
    await expect(startHttp().http.GET("/things", { middleware: {} })).rejects.toThrow("middleware must be an array");
  });
});
