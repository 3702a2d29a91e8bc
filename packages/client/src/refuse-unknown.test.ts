import { describe, expect, test } from "vitest";
import { createSynthetic, method } from "../test/support/synthetic-api.ts";
import { stubFetch } from "../test/support/stub-fetch.ts";
import { ConfigError } from "./index.ts";
import { refuseUnknown } from "./refuse-unknown.ts";

test("names what is not known, unless it is undefined", () => {
  expect(() => refuseUnknown({ a: 1, b: undefined }, ["a"], "option")).not.toThrow();
  expect(() => refuseUnknown({ b: 1 }, ["a"], "option", "listThings")).toThrow(
    new ConfigError('there is no option "b"', { operation: "listThings" }),
  );
});

describe("a misspelt name is refused before anything is sent:", () => {
  test("an option of the client", () => {
    expect(() => createSynthetic({ apiKey: "key", basUrl: "http://127.0.0.1:1" } as never)).toThrow(
      'there is no option "basUrl"',
    );
  });

  test.each([
    ["an option of a call", {}, { timeout: 5 }, 'there is no option of a call "timeout"'],
    ["an option of a call in the input", { timeoutMs: 5 }, {}, '"timeoutMs"'],
    ["a place", { querry: {} }, {}, 'called "querry"'],
    ["a query parameter", { query: { nope: 1 } }, {}, 'there is no query parameter "nope"'],
  ])("%s", async (_, input, options, message) => {
    const { fetch, seen } = stubFetch(() => Response.json([]));
    const client = createSynthetic({ apiKey: "key", fetch });
    await expect(method(client, "listThings")(input, options as never)).rejects.toThrow(message);
    expect(seen).toHaveLength(0);
  });
});

test("options that are no object are refused in words", () => {
  expect(() => createSynthetic("key" as never)).toThrow("options must be an object");
});
