import { expect, test } from "vitest";
import { documentPattern } from "./pattern.ts";

test.each([
  ["^(a+)+$", `${"a".repeat(40)}b`],
  [String.raw`^(\w+\s?)*$`, `${"word ".repeat(20)}!`],
  [String.raw`(?=(a+)+b)a*`, "a".repeat(60)],
  ["a*a*a*a*a*a*a*b", "a".repeat(2_000)],
  [`^${"a?".repeat(32)}${"a".repeat(31)}(?!a)$`, "a".repeat(64)],
])("%s is ended, and tried no more after three times", (source, text) => {
  for (let time = 0; time < 100; time += 1) expect(documentPattern(source).test(text)).toBeUndefined();
  // What comes after it is tested all the same.
  expect(documentPattern("^(b+)+$").test("bbb")).toBe(true);
});
