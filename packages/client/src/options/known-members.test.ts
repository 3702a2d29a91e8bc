import { describe, expect, test } from "vitest";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { ConfigError } from "../index.ts";
import { knownMembers } from "./known-members.ts";

test("gives what is defined, and names what is not known", () => {
  expect(knownMembers({ a: 1, b: undefined }, { a: 1 }, "option", undefined)).toEqual({ a: 1 });
  expect(knownMembers(undefined, { a: 1 }, "option", undefined)).toEqual({});
  expect(() => knownMembers({ b: 1 }, { a: 1 }, "option", "listThings")).toThrow(
    new ConfigError('option "b" is not known (known: a)', { operation: "listThings" }),
  );
  // What every object has is not known either.
  expect(() => knownMembers({ toString: 1 }, { a: 1 }, "option", undefined)).toThrow('option "toString" is not known');
  expect(knownMembers({}, { a: 1 }, "option", undefined)["constructor"]).toBeUndefined();
  expect(knownMembers(Object.create(null), { a: 1 }, "option", undefined)).toEqual({});
});

describe("a misspelt name is refused before anything is sent:", () => {
  test("an option of the client", () => {
    expect(() => createSynthetic({ apiKey: "key", basUrl: "http://127.0.0.1:1" } as never)).toThrow(
      'option "basUrl" is not known: did you mean "baseUrl"?',
    );
  });

  test.each([
    [
      "an option of a call",
      {},
      { timeout: 5 },
      'option "timeout" is not known: did you mean "timeoutMs"? (known: timeoutMs, ',
    ],
    ["an option of a client in a call", {}, { baseUrl: "https://a.test" }, 'option "baseUrl" is not known'],
    ["an option of a call in the input", { timeoutMs: 5 }, {}, 'input "timeoutMs" is not known'],
    [
      "a place",
      { querry: {} },
      {},
      'input "querry" is not known: did you mean "query"? (known: path, query, header, body, contentType)',
    ],
    ["a query parameter", { query: { nope: 1 } }, {}, 'query parameter "nope" is not known (known: none)'],
    ["a path parameter", { path: { nope: 1 } }, {}, 'path parameter "nope" is not known (known: none)'],
    ["a header parameter", { header: { "x-nope": "1" } }, {}, 'header parameter "x-nope" is not known'],
  ])("%s", async (_, input, options, message) => {
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const client = createSynthetic({ apiKey: "key", fetch });
    await expect(method(client, "listThings")(input, options as never)).rejects.toThrow(message);
    expect(seen).toHaveLength(0);
  });
});

test.each([
  ["of another case", { path: { ID: "1" } }, 'path parameter "ID" is not known: did you mean "id"? (known: id)'],
  ["beside the right one", { path: { id: "1", ids: "2" } }, 'path parameter "ids" is not known (known: id)'],
  ["of the query", { path: { id: "1", expand: true } }, 'getThing: path parameter "expand" is not known (known: id)'],
])("a name in the path is refused, %s", async (_, input, message) => {
  const { fetch, seen } = stubFetch();
  const call = method(createSynthetic({ apiKey: "key", fetch }), "getThing");
  await expect(call(input)).rejects.toThrow(message);
  expect(await call({ path: { id: "1", ids: undefined } })).toEqual({});
  expect(seen).toHaveLength(1);
});

describe("what is no plain object is refused, where members of it would not be read:", () => {
  class Config {
    get baseUrl(): string {
      return "https://staging.example.test";
    }
  }

  test.each([
    ["a text", "key"],
    ["a number", 5],
    ["an instance", new Config()],
    ["what inherits", Object.create({ baseUrl: "https://staging.example.test" })],
    ["a Map", new Map([["baseUrl", "https://staging.example.test"]])],
  ])("%s for options", async (_, options) => {
    expect(() => createSynthetic(options as never)).toThrow("options must be a plain object");
    const { fetch, seen } = stubFetch();
    const call = method(createSynthetic({ apiKey: "key", fetch }), "listThings");
    await expect(call({}, options)).rejects.toThrow("listThings: options must be a plain object");
    await expect(call(options)).rejects.toThrow("listThings: inputs must be a plain object");
    expect(seen).toEqual([]);
  });

  test("URLSearchParams for a query, Headers for header parameters", async () => {
    const { fetch, seen } = stubFetch();
    const client = createSynthetic({ apiKey: "key", fetch });
    const query = new URLSearchParams({ expand: "true" });
    await expect(method(client, "getThing")({ path: { id: "1" }, query })).rejects.toThrow(
      "getThing: query parameters must be a plain object",
    );
    await expect(method(client, "headerKeyed")({ header: new Headers({ "x-trace-id": "1" }) })).rejects.toThrow(
      "headerKeyed: header parameters must be a plain object",
    );
    expect(seen).toEqual([]);
  });
});
