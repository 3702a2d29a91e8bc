import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { KEY, leaks } from "../test/support/secrets.ts";
import { stubFetch } from "../test/support/stub-fetch.ts";
import { api, createSynthetic, httpOf, inputOf, method, type AnyMethod } from "../test/support/synthetic-api.ts";
import { besides } from "../test/support/transport.ts";
import { ApiError } from "./index.ts";

async function failure(one: AnyMethod, input: unknown = { path: { id: "1" } }): Promise<unknown> {
  return one(input).catch((error: unknown) => error);
}

describe("a client", () => {
  test("has a method for each operation, and nothing else", () => {
    const client = createSynthetic({ apiKey: KEY });
    expect(Object.keys(client).toSorted()).toEqual(Object.keys(api.operations).toSorted());
    expect(method(client, "getThing")).toHaveProperty("name", "getThing");
  });

  test("shows its key to no inspection", () => {
    const client = createSynthetic({ apiKey: KEY, headers: { "x-a": "b" } });
    expect(leaks(client)).toEqual([]);
    expect(leaks(method(client, "getThing"))).toEqual([]);
    expect(leaks(httpOf(client))).toEqual([]);
    expect(inspect(client, { depth: 0 })).toContain("getThing");
  });

  test("throws at once when it can't be right, and then only rejects", async () => {
    expect(() => createSynthetic({ apiKey: "" })).toThrow("SYNTHETIC_API_KEY in the environment) is missing");
    expect(() => createSynthetic({ apiKey: "key\n" })).toThrow("must be printable ASCII without spaces");
    const client = createSynthetic({ apiKey: KEY });
    for (const input of [undefined, null, 5, "text", []])
      await expect(method(client, "getThing")(input)).rejects.toMatchObject({ name: "ConfigError" });
    await expect(method(client, "getThing")({}, null)).rejects.toMatchObject({ name: "ConfigError" });
  });

  test("keeps the headers as they were when it was made", async () => {
    const headers = { "x-a": "before" };
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const client = createSynthetic({ apiKey: KEY, fetch, headers });
    headers["x-a"] = "after";
    await method(client, "listThings")();
    expect(seen[0]?.headers.get("x-a")).toBe("before");
  });
});

describe("a method", () => {
  test("sends what the operation needs, and nothing else", async () => {
    const { fetch, seen } = stubFetch();
    const client = createSynthetic({ apiKey: KEY, fetch, baseUrl: "https://other.test/base/" });
    await method(
      client,
      "getThing",
    )({ path: { id: "a/b" }, query: { expand: true, limit: 5, tags: ["x", "y"], since: new Date(0) } });
    expect(seen[0]?.url).toBe(
      "https://other.test/base/things/a%2Fb?expand=true&limit=5&since=1970-01-01T00%3A00%3A00.000Z&tags=x&tags=y",
    );
    expect(Object.fromEntries(seen[0]?.headers ?? [])).toEqual({
      accept: "application/json",
      authorization: `Bearer ${KEY}`,
      ...besides,
    });
    expect(seen[0]).toMatchObject({ method: "GET", body: undefined });
  });

  test.each([
    ["createThing", "POST", 201],
    ["replaceThing", "PUT", 200],
    ["patchThing", "PATCH", 200],
    ["deleteThings", "DELETE", 202],
  ])("%s sends JSON by %s", async (name, verb, status) => {
    const { fetch, seen } = stubFetch(() => Response.json({ ok: true }, { status }));
    const result = await method(createSynthetic({ apiKey: KEY, fetch }), name)({ ...inputOf(name), body: { a: [1] } });
    expect(result).toEqual({ ok: true });
    expect(seen[0]).toMatchObject({ method: verb, body: '{"a":[1]}' });
    expect(seen[0]?.headers.get("content-type")).toBe(api.operations[name]?.body);
  });

  test("asks for the media type that the operation documents", async () => {
    const { fetch, seen } = stubFetch(() => new Response("a,b"));
    await method(createSynthetic({ apiKey: KEY, fetch }), "exportText")();
    expect(seen[0]?.headers.get("accept")).toBe("text/csv");
  });
});

describe("withResponse", () => {
  test("gives body and response of the one request", async () => {
    const { fetch, seen } = stubFetch(() => Response.json({ a: 1 }, { headers: { "x-request-id": "r1" } }));
    const call = method(createSynthetic({ apiKey: KEY, fetch }), "getThing")({ path: { id: "1" } });
    const { data, response } = await call.withResponse();
    expect(data).toEqual({ a: 1 });
    expect(response).toBeInstanceOf(Response);
    expect(response.headers.get("x-request-id")).toBe("r1");
    expect(response.bodyUsed).toBe(true);
    expect(await call).toEqual({ a: 1 });
    expect(seen).toHaveLength(1);
  });

  test("rejects with the same error", async () => {
    const client = createSynthetic({ apiKey: KEY, fetch: stubFetch(() => new Response("", { status: 404 })).fetch });
    const call = method(client, "getThing")({ path: { id: "1" } });
    const error = await call.withResponse().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(await call.catch((thrown: unknown) => thrown)).toBe(error);
  });
});

describe("isError", () => {
  test.each([
    ["getThing", 404, '{"title":"gone"}', true],
    ["getThing", 404, "<html>", false],
    ["getThing", 404, "[]", false],
    ["getThing", 404, "", false],
    ["getThing", 409, "5", true],
    ["getThing", 409, "", false],
    ["getThing", 503, "<html>", true],
    ["getThing", 500, "{}", false],
    ["searchThings", 418, "{}", true],
    ["deleteThing", 404, "12", true],
    ["deleteThing", 404, "gone", true],
    // With the keys that the spec requires, by the most exact status.
    ["createThing", 422, '{"code":"1","title":null}', true],
    ["createThing", 422, '{"code":"1"}', false],
    ["inherited", 400, "{}", false],
    ["inherited", 400, '{"constructor":1}', true],
    ["createThing", 422, '{"errors":[{"code":"10005","title":"a","detail":"b"}]}', false],
    ["createThing", 409, '{"errors":[]}', true],
    ["createThing", 409, '{"code":"1","title":"a"}', false],
    ["createThing", 400, "{}", true],
    ["createThing", 500, "null", true],
    ["createThing", 500, '{"message":""}', true],
    ["createThing", 500, "{}", false],
  ])("of %s for %d with %j is %j", async (name, status, body, expected) => {
    const client = createSynthetic({
      apiKey: KEY,
      maxRetries: 0,
      fetch: stubFetch(() => new Response(body, { status })).fetch,
    });
    const error = await failure(method(client, name), {
      ...inputOf(name),
      ...(name === "searchThings" && { query: { filter: {} } }),
      ...(name === "createThing" && { body: {} }),
    });
    expect(error).toBeInstanceOf(ApiError);
    expect(method(client, name).isError(error)).toBe(expected);
    expect(method(client, "listThings").isError(error)).toBe(false);
    // Documents every status with an object.
    expect(method(client, "searchThings").isError(error)).toBe(name === "searchThings");
  });

  test("is false for any other value", async () => {
    const client = createSynthetic({ apiKey: KEY, maxRetries: 0, fetch: () => Promise.reject(new Error("down")) });
    const { isError } = method(client, "getThing");
    for (const value of [undefined, null, {}, new Error("a"), await failure(method(client, "getThing"))])
      expect(isError(value)).toBe(false);
  });
});
