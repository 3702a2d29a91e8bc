import { expect, test } from "vitest";
import { isObject } from "../json.ts";
import { positionOf, roundedIntegers } from "./positions.ts";
import { parseYaml } from "./yaml.ts";

function read(text: string): object {
  const value = parseYaml(text, "spec");
  if (!isObject(value)) throw new Error("no object");
  return value;
}

const yaml = `openapi: 3.0.0
paths:
  /a: # a comment
    "get":
      tags: [one, 'two']
      parameters:
        - name: a
          schema: &schema
            maximum: 9223372036854775807
        - name: b
          schema: *schema
  ? "/b/c"
  : {put: {deprecated: true}}
`;

test.each([
  ["", 1, 1],
  ["/openapi", 1, 1],
  ["/paths/~1a/get", 4, 5],
  ["/paths/~1a/get/tags/1", 5, 19],
  ["/paths/~1a/get/parameters/0", 7, 11],
  ["/paths/~1a/get/parameters/1/name", 10, 11],
  ["/paths/~1b~1c/put/deprecated", 13, 12],
  // What came by an alias, and what is not there, is where that which holds it is.
  ["/paths/~1a/get/parameters/1/schema/maximum", 11, 11],
  ["/paths/~1a/get/responses/200", 4, 5],
])("%s is at %i:%i", (pointer, line, column) => {
  expect(positionOf(read(yaml), pointer)).toEqual({ line, column });
});

test("JSON has positions as well; what was not read from a text has none", () => {
  expect(positionOf(read('{\r\n  "a": [1,\r\n    {"b": 2}]}'), "/a/1/b")).toEqual({ line: 3, column: 6 });
  expect(positionOf(read("a: &a { b: 1 }\nc:\n  - *a"), "/c/0/b")).toEqual({ line: 3, column: 5 });
  expect(positionOf({ a: 1 }, "/a")).toBeUndefined();
});

test("integers that a number can't hold are noticed, each as it is written", () => {
  expect(roundedIntegers(read(yaml))).toEqual([
    { pointer: "/paths/~1a/get/parameters/0/schema/maximum", written: "9223372036854775807" },
  ]);
  expect(roundedIntegers(read("a: 9007199254740991\nb: '9007199254740993'\nc: [-9007199254740993]\nd: 1.5"))).toEqual([
    { pointer: "/c/0", written: "-9007199254740993" },
  ]);
});
