import { parseTemplate } from "url-template";
import { expect, test } from "vitest";

// The judge itself, held against what RFC 6570 says: its variables (3.2), and the expansions that styles stand on (3.2.2,
// 3.2.3, 3.2.5, 3.2.7, 3.2.8).
const values = {
  count: ["one", "two", "three"],
  hello: "Hello World!",
  half: "50%",
  var: "value",
  empty: "",
  empty_keys: {},
  path: "/foo/bar",
  x: "1024",
  y: "768",
  list: ["red", "green", "blue"],
  keys: { semi: ";", dot: ".", comma: "," },
  base: "http://example.com/home/",
};

test.each([
  ["{var}", "value"],
  ["{hello}", "Hello%20World%21"],
  ["{half}", "50%25"],
  ["O{empty}X", "OX"],
  ["{x,y}", "1024,768"],
  ["{list}", "red,green,blue"],
  ["{list*}", "red,green,blue"],
  ["{keys}", "semi,%3B,dot,.,comma,%2C"],
  ["{keys*}", "semi=%3B,dot=.,comma=%2C"],
  ["{+hello}", "Hello%20World!"],
  ["{+half}", "50%25"],
  ["{base}index", "http%3A%2F%2Fexample.com%2Fhome%2Findex"],
  ["{+base}index", "http://example.com/home/index"],
  ["X{.list}", "X.red,green,blue"],
  ["X{.list*}", "X.red.green.blue"],
  ["X{.keys}", "X.semi,%3B,dot,.,comma,%2C"],
  ["X{.keys*}", "X.semi=%3B.dot=..comma=%2C"],
  ["X{.empty_keys}", "X"],
  ["{;list}", ";list=red,green,blue"],
  ["{;list*}", ";list=red;list=green;list=blue"],
  ["{;keys}", ";keys=semi,%3B,dot,.,comma,%2C"],
  ["{;keys*}", ";semi=%3B;dot=.;comma=%2C"],
  ["{;x,y,empty}", ";x=1024;y=768;empty"],
  ["{?x,y,empty}", "?x=1024&y=768&empty="],
  ["{?list}", "?list=red,green,blue"],
  ["{?list*}", "?list=red&list=green&list=blue"],
  ["{?keys}", "?keys=semi,%3B,dot,.,comma,%2C"],
  ["{?keys*}", "?semi=%3B&dot=.&comma=%2C"],
])("%s is %s", (template, expected) => {
  expect(parseTemplate(template).expand(values as never)).toBe(expected);
});
