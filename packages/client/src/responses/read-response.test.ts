import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { api, createSynthetic, inputOf, method } from "../../test/support/synthetic-api.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import { ResponseError, SdkError } from "../index.ts";

async function call(operation: string, reply: () => Response): Promise<unknown> {
  const listOrFail: OperationDefinition = { method: "GET", path: "/", responses: { 200: "array", default: "object" } };
  const definition = { ...api, operations: { ...api.operations, listOrFail } };
  const client = createSynthetic({ apiKey: "key", fetch: stubFetch(reply).fetch, maxRetries: 0 }, definition);
  return method(client, operation)(inputOf(operation));
}

describe("a success", () => {
  test.each([
    ["an object", "getThing", '{"a":1,"unknown":[]}', { a: 1, unknown: [] }],
    ["an array", "listThings", "[1]", [1]],
    ["any JSON", "anyJson", "null", null],
    ["text", "exportText", '{"a":1}', '{"a":1}'],
    ["empty text", "exportText", "", ""],
  ])("resolves with %s where that is documented", async (_, operation, body, expected) => {
    expect(await call(operation, () => new Response(body))).toEqual(expected);
  });

  test("resolves with bytes where bytes are documented", async () => {
    expect(await call("downloadFile", () => new Response(new Uint8Array([0, 255])))).toEqual(new Uint8Array([0, 255]));
    expect(await call("downloadFile", () => new Response(null))).toEqual(new Uint8Array());
  });

  test("resolves with undefined where the status has no body", async () => {
    expect(await call("deleteThing", () => new Response(null, { status: 204 }))).toBeUndefined();
    expect(await call("deleteThing", () => new Response("ignored", { status: 200 }))).toBeUndefined();
    expect(await call("headThing", () => new Response(null))).toBeUndefined();
  });

  test.each([
    ["", "empty"],
    ["null", "of another kind"],
    ["[]", "of another kind"],
    ["<p>", "not JSON"],
  ])("with the body %j is a ResponseError", async (body, why) => {
    await expect(call("getThing", () => new Response(body))).rejects.toMatchObject({
      name: "ResponseError",
      message: `getThing: 200 response body is ${why} (text/plain;charset=UTF-8); documented: object`,
      status: 200,
      operation: "getThing",
    });
  });

  test("of an undocumented status must be what another success is documented to be", async () => {
    expect(await call("getThing", () => new Response("{}", { status: 207 }))).toEqual({});
    await expect(call("getThing", () => new Response("[]", { status: 207 }))).rejects.toBeInstanceOf(ResponseError);
    await expect(call("getThing", () => new Response(null, { status: 204 }))).rejects.toBeInstanceOf(ResponseError);
  });

  test("of an undocumented status is a success's before it is an error's, which `default` mostly is", async () => {
    expect(await call("listOrFail", () => new Response("[1]", { status: 201 }))).toEqual([1]);
    const odd = call("listOrFail", () => Response.json({ message: "no" }, { status: 201 }));
    await expect(odd).rejects.toBeInstanceOf(ResponseError);
  });

  test("of an operation that documents none is refused", async () => {
    const definition = {
      baseUrl: "https://a.test",
      operations: { odd: { method: "GET" as const, path: "/", responses: { 404: "object" as const } } },
    };
    const client = createSynthetic({ fetch: stubFetch().fetch }, definition);
    await expect(method(client, "odd")()).rejects.toBeInstanceOf(ResponseError);
  });
});

describe("any body at all", () => {
  const json = fc.oneof(fc.json(), fc.string({ unit: "binary" }), fc.constantFrom("", "null", "NaN", "{", "\ufeff{}"));
  const statuses = fc.constantFrom(200, 201, 202, 204, 206, 400, 404, 422, 429, 500, 503, 599);
  const operations = fc.constantFrom("getThing", "listThings", "anyJson", "deleteThing", "exportText", "searchThings");

  test("resolves or throws a typed error that names the operation", async () => {
    await fc.assert(
      fc.asyncProperty(operations, statuses, json, async (operation, status, body) => {
        const client = createSynthetic({
          apiKey: "key",
          maxRetries: 0,
          fetch: stubFetch(() => new Response(status === 204 ? null : body, { status })).fetch,
        });
        const input = { ...inputOf(operation), query: operation === "searchThings" ? { filter: {} } : {} };
        const error = await method(
          client,
          operation,
        )(input).then(
          () => new SdkError("resolved", { operation }),
          (thrown: unknown) => thrown,
        );
        expect(error).toBeInstanceOf(SdkError);
        expect(error).toMatchObject({ operation });
        expect((error as SdkError).message.length).toBeLessThan(700);
      }),
      { numRuns: 3_000, seed: 4 },
    );
  });

  test("never pollutes a prototype", async () => {
    const body = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    await call("getThing", () => new Response(body));
    await call("getThing", () => new Response(body, { status: 400 })).catch(() => {});
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
