import { expect, test } from "vitest";
import { parseYaml } from "./yaml.ts";

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
