import { expect, test } from "vitest";
import { documentPattern } from "./pattern.ts";

test("one that takes for ever is ended, and what comes after it is tested", () => {
  expect(documentPattern("^(a+)+$").test(`${"a".repeat(40)}b`)).toBeUndefined();
  expect(documentPattern("^(b+)+$").test("bbb")).toBe(true);
});
