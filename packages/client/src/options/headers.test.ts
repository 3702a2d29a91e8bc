import { describe, expect, test } from "vitest";
import { checkedHeaders } from "./headers.ts";

describe("headers", () => {
  test.each([
    ["a record", { "X-A": "b", "x-b": undefined, "x-c": null }, { "x-a": "b" }],
    ["numbers and booleans", { "x-a": 5, "x-b": false }, { "x-a": "5", "x-b": "false" }],
    ["pairs", [["X-A", "b"]] as const, { "x-a": "b" }],
    [
      "pairs of one name",
      [
        ["x-a", "1"],
        ["X-A", "2"],
      ] as const,
      { "x-a": "1, 2" },
    ],
    ["a Headers object", new Headers({ "X-A": "b" }), { "x-a": "b" }],
    ["nothing", undefined, undefined],
  ])("as %s are by name in lower case", (_, headers, expected) => {
    expect(checkedHeaders(headers)).toEqual(expected);
  });

  test.each([
    { authorization: "Bearer mine" },
    { AUTHORIZATION: "Bearer mine" },
    [["Authorization", "Bearer mine"]],
    { Host: "a" },
  ])("that the client sets are refused: %j", (headers) => {
    expect(() => checkedHeaders(headers as {}, "getThing")).toThrow(/^getThing: header "[\w-]+" is set by the client$/);
  });

  test.each([
    ["a line break", { "x-a": "ok", "X-Bad": "secret\r\nx-evil: 1" }],
    ["a line break, in pairs", [["X-Bad", "secret\n1"]]],
    ["NUL", { "X-Bad": "secret\0" }],
    ["an emoji", { "X-Bad": "secret\u{1f600}" }],
    ["a dash that is not Latin-1, in a Map", new Map([["X-Bad", "secret \u2013 1"]])],
  ])("with %s in a value are refused, and the header named", (_, headers) => {
    expect(() => checkedHeaders(headers as {}, "getThing")).toThrow(/^getThing: header "X-Bad" is malformed$/);
  });

  test("that an API says are the client's are refused in place of the usual ones", () => {
    const reserved = /^x-key$/;
    expect(() => checkedHeaders({ "X-Key": "mine" }, "getThing", reserved)).toThrow(
      'header "x-key" is set by the client',
    );
    expect(checkedHeaders({ authorization: "mine" }, "getThing", reserved)).toEqual({ authorization: "mine" });
  });

  test("with blanks and breaks at a value's ends are sent without", () => {
    expect(checkedHeaders({ "x-a": "\tb\r\n" })).toEqual({ "x-a": "b" });
  });

  test.each([
    [{ "secret value": "b" }],
    [{ "": "secret" }],
    [[["secret"]]],
    [[["secret", "b", "c"]]],
    [["secret"]],
    [[5]],
    ["x-a: secret"],
    [5],
    [{ "x-a": Symbol("secret") }],
    [[["x-a", { toString: 5, valueOf: 5 }]]],
    [
      {
        get "x-a"() {
          throw new Error("secret");
        },
      },
    ],
  ])("that are malformed are refused, and not repeated: %#", (headers) => {
    expect(() => checkedHeaders(headers as {}, "getThing")).toThrow(/^getThing: a header is malformed$/);
  });

  test("of one name in two cases are joined", () => {
    expect(checkedHeaders({ "X-A": "1", "x-a": "2", constructor: "3" })).toEqual({ "x-a": "1, 2", constructor: "3" });
  });
});
