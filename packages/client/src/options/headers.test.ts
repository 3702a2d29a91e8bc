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
    { "X-Key": "mine" },
  ])("that the client sets are refused: %j", (headers) => {
    expect(() => checkedHeaders(headers as {}, "getThing", "x-key")).toThrow(/^getThing: headers must not hold /);
  });

  test("that can't be sent are refused, and not repeated", () => {
    for (const headers of [
      { "x-a": "secret\r\nx-evil: 1" },
      { "secret value": "b" },
      { "x-a": "secret\u{1f600}" },
      [["secret"]],
    ]) {
      expect(() => checkedHeaders(headers as {})).toThrow("headers can't be sent: a name or a value is malformed");
    }
  });
});
