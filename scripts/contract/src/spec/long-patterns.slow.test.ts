import { expect, test } from "vitest";
import { Spec } from "./spec.ts";

test("a pattern that takes too long on a text says neither yes nor no, and is told", () => {
  const schemas = { Word: { type: "string", pattern: "^(a+)+$" }, Other: { type: "string", pattern: "^b$" } };
  const spec = new Spec({ openapi: "3.1.0", paths: {}, components: { schemas } });
  expect(() => spec.faults("/components/schemas/Word", `${"a".repeat(40)}b`, "request")).toThrow(
    "The pattern ^(a+)+$ takes too long on ",
  );
  expect(spec.faults("/components/schemas/Word", "aaa", "request")).toEqual([]);
  expect(spec.faults("/components/schemas/Other", "b", "request")).toEqual([]);
});
