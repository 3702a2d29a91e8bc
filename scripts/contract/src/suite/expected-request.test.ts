import { expect, test } from "vitest";
import type { SpecParameter } from "../spec/spec-operations.ts";
import { expectedPairs, expectedSegment } from "./expected-request.ts";

const base: SpecParameter = {
  name: "p",
  place: "query",
  required: false,
  pointer: "",
  schema: "",
  style: "form",
  explode: true,
  json: false,
};

test.each([
  [{}, "a b", [["p", "a b"]]],
  [{}, false, [["p", "false"]]],
  [
    {},
    [1, 2],
    [
      ["p", "1"],
      ["p", "2"],
    ],
  ],
  [{ explode: false }, [1, 2], [["p", "1,2"]]],
  [{ explode: false, style: "spaceDelimited" }, [1, 2], [["p", "1 2"]]],
  [{ explode: false, style: "pipeDelimited" }, [1, 2], [["p", "1|2"]]],
  [
    {},
    { a: 1, b: "x" },
    [
      ["a", "1"],
      ["b", "x"],
    ],
  ],
  [{ explode: false }, { a: 1, b: "x" }, [["p", "a,1,b,x"]]],
  [
    { style: "deepObject" },
    { a: { gte: 1 }, b: ["x"] },
    [
      ["p[a][gte]", "1"],
      ["p[b][]", "x"],
    ],
  ],
  [{ json: true }, { a: [1] }, [["p", '{"a":[1]}']]],
])("%j sends %j", (parameter, value, pairs) => {
  expect(expectedPairs({ ...base, ...parameter }, value)).toEqual(pairs);
});

test.each([
  ["simple", [1, 2], "1,2"],
  ["label", "x", ".x"],
  ["matrix", "x", ";p=x"],
])("a %s path parameter sends %j", (style, value, segment) => {
  expect(expectedSegment({ ...base, place: "path", style }, value)).toBe(segment);
});
