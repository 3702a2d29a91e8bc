import { expect, test } from "vitest";
import { canonicalYaml, parseYaml } from "./yaml.ts";

test("writes aliases out, within reason", () => {
  expect(parseYaml("a: &a [1]\nb: *a", "spec")).toEqual({ a: [1], b: [1] });
});

test("refuses a few aliases that stand for billions of values", () => {
  const lines = ["a0: &a0 [x, x, x, x]"];
  for (let level = 1; level < 40; level += 1)
    lines.push(`a${level}: &a${level} [*a${level - 1}, *a${level - 1}, *a${level - 1}]`);
  expect(() => parseYaml(lines.join("\n"), "spec")).toThrow("spec is a bomb");
});

test("refuses an alias of what contains it", () => {
  expect(() => parseYaml("a: &a\n  b: *a", "spec")).toThrow(/^spec is /);
});

test.each([
  ["a: &a { x: 1, y: 1 }\nb:\n  <<: *a\n  y: 2", { x: 1, y: 2 }],
  ["a: &a { x: 1, y: 1 }\nb:\n  y: 2\n  <<: *a", { x: 1, y: 2 }],
  ["a: [&a { x: 1 }, &c { x: 2, z: 3 }]\nb:\n  <<: [*a, *c]", { x: 1, z: 3 }],
  ["b:\n  '<<': { x: 1 }", { "<<": { x: 1 } }],
  ['{"b": {"<<": {"x": 1}}}', { "<<": { x: 1 } }],
])("merges by the rules of YAML 1.1, where a key is no text in quotes: %j", (text, b) => {
  expect(parseYaml(text, "spec")).toHaveProperty("b", b);
});

test("refuses to merge what is no mapping, with its place", () => {
  expect(() => parseYaml("b:\n  <<: 5", "spec")).toThrow(/^spec is not valid YAML or JSON: cannot merge.*\(2:3\)/s);
});

test.each(["<<", "__proto__", "constructor", "prototype"])("a key %s is written so that it is read again", (key) => {
  const document = JSON.parse(`{"a": {"${key}": {"x": 1}}, "${key}": 2}`) as object;
  const read = parseYaml(canonicalYaml(document), "spec") as { a: object };
  expect(JSON.stringify(read)).toBe(JSON.stringify(document));
  expect(Object.getPrototypeOf(read.a)).toBe(Object.prototype);
});

test("a merged key __proto__ is a key, and no prototype", () => {
  const { b } = parseYaml("a: &a\n  __proto__: { required: true }\nb:\n  <<: *a", "spec") as { b: object };
  expect([Object.keys(b), Object.getPrototypeOf(b)]).toEqual([["__proto__"], Object.prototype]);
});

test.each(["x\n\n", "x\n \n", "x  \n", "x\n\n\n", "\n\n", " \n", "x\n\t", "..."])(
  "a last text of %j is read again as it was",
  (text) => {
    expect(parseYaml(canonicalYaml({ a: text }), "spec")).toEqual({ a: text });
    expect(canonicalYaml({ a: text })).toMatch(/[^\n]\n$/);
  },
);
