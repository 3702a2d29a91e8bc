import { describe, expectTypeOf, test } from "vitest";
import type { HttpClient } from "../../src/index.ts";

// oxlint-disable vitest/expect-expect -- what must not compile is asserted by @ts-expect-error
// Checked by tsc alone; nothing here runs. The shape is openapi-typescript's.

interface Paths {
  "/things/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { limit?: number }; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: { headers: { [name: string]: unknown }; content: { "application/json": { name: string } } };
        404: { headers: { [name: string]: unknown }; content: { "application/json": { title: string } } };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
declare const http: HttpClient<Paths>;
const one = { params: { path: { id: "1" } } };

describe("http", () => {
  test("has openapi-fetch's types", async () => {
    const { data, error, response } = await http.GET("/things/{id}", one);
    expectTypeOf(data).toEqualTypeOf<{ name: string } | undefined>();
    expectTypeOf(error).toEqualTypeOf<{ title: string } | undefined>();
    expectTypeOf(response).toEqualTypeOf<Response>();
    expectTypeOf((await http.request("get", "/things/{id}", one)).data).toEqualTypeOf<{ name: string } | undefined>();
    expectTypeOf((await http.GET("/things/{id}", { ...one, parseAs: "text" })).data).toEqualTypeOf<
      string | undefined
    >();
  });

  test("takes the options of a call, undefined among them", () => {
    const limits = {
      timeoutMs: undefined,
      totalTimeoutMs: 5,
      maxRetries: undefined,
      maxResponseBytes: 5,
      idempotent: true,
    };
    void http.GET("/things/{id}", { ...one, ...limits, signal: new AbortController().signal });
  });

  test("knows the spec's paths and parameters", () => {
    // @ts-expect-error a path that the spec does not have
    void http.GET("/nowhere", one);
    // @ts-expect-error a method that the path does not have
    void http.POST("/things/{id}", one);
    // @ts-expect-error no path parameter
    void http.GET("/things/{id}");
    // @ts-expect-error a number for a string
    void http.GET("/things/{id}", { params: { path: { id: 1 } } });
  });

  test("takes nothing that goes round the guards", () => {
    // @ts-expect-error fetch
    void http.GET("/things/{id}", { ...one, fetch: globalThis.fetch });
    // @ts-expect-error baseUrl
    void http.GET("/things/{id}", { ...one, baseUrl: "https://evil.example.test" });
    // @ts-expect-error pathSerializer
    void http.GET("/things/{id}", { ...one, pathSerializer: () => "/admin" });
    // @ts-expect-error querySerializer
    void http.GET("/things/{id}", { ...one, querySerializer: () => "admin=true" });
    // @ts-expect-error bodySerializer
    void http.GET("/things/{id}", { ...one, bodySerializer: () => "" });
    // @ts-expect-error Request
    void http.GET("/things/{id}", { ...one, Request: globalThis.Request });
    // @ts-expect-error middleware
    void http.GET("/things/{id}", { ...one, middleware: [] });
    // @ts-expect-error redirect
    void http.GET("/things/{id}", { ...one, redirect: "follow" });
    // @ts-expect-error credentials
    void http.GET("/things/{id}", { ...one, credentials: "include" });
    // @ts-expect-error method
    void http.GET("/things/{id}", { ...one, method: "POST" });
    // @ts-expect-error there is no way to register middleware
    expectTypeOf(http.use).toBeNever();
  });
});
