import { describe, expect, test } from "vitest";
import { createSynthetic, method } from "../test/support/synthetic-api.ts";
import { stubFetch } from "../test/support/stub-fetch.ts";
import { checked } from "./checks.ts";
import { ConfigError } from "./index.ts";

test("gives what is defined, and names what is not known", () => {
  expect(checked({ a: 1, b: undefined }, { a: null }, "option", undefined)).toEqual({ a: 1 });
  expect(checked(undefined, { a: null }, "option", undefined)).toEqual({});
  expect(() => checked({ b: 1 }, { a: null }, "option", "listThings")).toThrow(
    new ConfigError('option "b" is not known', { operation: "listThings" }),
  );
  // What every object has is not known either, and what is inherited is not given.
  expect(() => checked({ toString: 1 }, { a: null }, "option", undefined)).toThrow('option "toString" is not known');
  expect(checked(Object.create({ b: 1 }), { a: null }, "option", undefined)).toEqual({});
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
])("the option of a client %j is refused in words", (options, message) => {
  expect(() => createSynthetic({ apiKey: "key", ...options })).toThrow(message);
});

test("options that are no object are refused in words", () => {
  expect(() => createSynthetic("key" as never)).toThrow("the options must be an object");
});
