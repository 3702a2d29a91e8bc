import { describe, expect, test } from "vitest";
import { createSynthetic, method } from "../../test/support/synthetic-api.ts";
import { stubFetch } from "../../test/support/stub-fetch.ts";
import { checked } from "./checks.ts";
import { ConfigError } from "../index.ts";

test("gives what is defined, and names what is not known", () => {
  expect(checked({ a: 1, b: undefined }, { a: null }, "option", undefined)).toEqual({ a: 1 });
  expect(checked(undefined, { a: null }, "option", undefined)).toEqual({});
  expect(() => checked({ b: 1 }, { a: null }, "option", "listThings")).toThrow(
    new ConfigError('option "b" is not known', { operation: "listThings" }),
  );
  // What every object has is not known either.
  expect(() => checked({ toString: 1 }, { a: null }, "option", undefined)).toThrow('option "toString" is not known');
  expect(checked(Object.create(null), { a: null }, "option", undefined)).toEqual({});
});

describe("a misspelt name is refused before anything is sent:", () => {
  test("an option of the client", () => {
    expect(() => createSynthetic({ apiKey: "key", basUrl: "http://127.0.0.1:1" } as never)).toThrow(
      'option "basUrl" is not known',
    );
  });

  test.each([
    ["an option of a call", {}, { timeout: 5 }, 'option "timeout" is not known'],
    ["an option of a client in a call", {}, { baseUrl: "https://a.test" }, 'option "baseUrl" is not known'],
    ["an option of a call in the input", { timeoutMs: 5 }, {}, 'input "timeoutMs" is not known'],
    ["a place", { querry: {} }, {}, 'input "querry" is not known'],
    ["a query parameter", { query: { nope: 1 } }, {}, 'query parameter "nope" is not known'],
    ["a header parameter", { header: { "x-nope": "1" } }, {}, 'header parameter "x-nope" is not known'],
  ])("%s", async (_, input, options, message) => {
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const client = createSynthetic({ apiKey: "key", fetch });
    await expect(method(client, "listThings")(input, options as never)).rejects.toThrow(message);
    expect(seen).toHaveLength(0);
  });
});

test.each([
  [{ timeoutMs: 0 }, 'option "timeoutMs" must be a whole number from 1 to 2147483647'],
  [{ timeoutMs: 1.5 }, 'option "timeoutMs" must be'],
  [{ totalTimeoutMs: 2 ** 31 }, 'option "totalTimeoutMs" must be'],
  [{ maxRetries: -1 }, 'option "maxRetries" must be a whole number from 0 to 2147483647'],
  [{ maxResponseBytes: "5" }, 'option "maxResponseBytes" must be'],
  [{ fetch: "fetch" }, 'option "fetch" must be a function'],
  [{ onEvent: null }, 'option "onEvent" must be a function'],
  [{ dangerouslyAllowInsecureHttp: "false" }, 'option "dangerouslyAllowInsecureHttp" must be true or false'],
  [{ dangerouslyAllowBrowser: 1 }, 'option "dangerouslyAllowBrowser" must be true or false'],
])("the option of a client %j is refused in words", (options, message) => {
  expect(() => createSynthetic({ apiKey: "key", ...options })).toThrow(message);
});

test.each([
  [{ idempotent: "false" }, 'option "idempotent" must be true or false'],
  [{ signal: {} }, 'option "signal" must be an AbortSignal'],
])("the option of a call %j is refused in words", async (options, message) => {
  const client = createSynthetic({ apiKey: "key", fetch: stubFetch().fetch });
  await expect(method(client, "listThings")({}, options)).rejects.toThrow(`listThings: ${message}`);
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
    expect(() => createSynthetic(options as never)).toThrow("options must be in a plain object");
    const { fetch, seen } = stubFetch();
    const call = method(createSynthetic({ apiKey: "key", fetch }), "listThings");
    await expect(call({}, options)).rejects.toThrow("listThings: options must be in a plain object");
    await expect(call(options)).rejects.toThrow("listThings: inputs must be in a plain object");
    expect(seen).toEqual([]);
  });

  test("URLSearchParams for a query, Headers for header parameters", async () => {
    const { fetch, seen } = stubFetch();
    const client = createSynthetic({ apiKey: "key", fetch });
    const query = new URLSearchParams({ expand: "true" });
    await expect(method(client, "getThing")({ path: { id: "1" }, query })).rejects.toThrow(
      "getThing: query parameters must be in a plain object",
    );
    await expect(method(client, "headerKeyed")({ header: new Headers({ "x-trace-id": "1" }) })).rejects.toThrow(
      "headerKeyed: header parameters must be in a plain object",
    );
    expect(seen).toEqual([]);
  });
});
