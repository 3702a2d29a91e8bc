import { assert, constantFrom, property, string, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { documentPattern } from "./pattern.ts";

test("says what the expression says, wherever it runs", () => {
  const sources = constantFrom(
    "^(ab?)+$",
    "^[a-c]{2,3}$",
    "b",
    "^(?:a|b|c)*$",
    String.raw`\.a+b*c*`,
    "(a)\\1",
    "a{2}[+*)]",
  );
  assert(
    property(sources, stringMatching(/^[abc.+)]{0,12}$/), string({ maxLength: 3 }), (source, text, more) => {
      for (const flags of ["", "u"])
        expect(documentPattern(source, flags).test(text + more)).toBe(new RegExp(source, flags).test(text + more));
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("what is no expression is refused as one", () => {
  expect(() => documentPattern("(")).toThrow(SyntaxError);
});
