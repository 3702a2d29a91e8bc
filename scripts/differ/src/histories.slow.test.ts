import type { JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { compareByRule } from "./diff.ts";
import { judgeCode } from "./sdk/judge-code.ts";
import { breaking, growing, swinging } from "./testing/histories.ts";
import { worst } from "./types.ts";

test.each([
  ["swings between two states", swinging(), "compatible", "none"],
  ["grows", growing(), "risky", "minor"],
  ["grows, and takes a property away", breaking(), "breaking", "major"],
] as const)("a history that %s ends alike step by step and from first to last", async (_, documents, wire, sdk) => {
  expect(documents).toHaveLength(31);
  const pairs = documents.slice(1).map((next, index) => pairOf(documents[index] as JsonObject, next));
  const [whole, ...steps] = await judgeCode([
    pairOf(documents[0] as JsonObject, documents.at(-1) as JsonObject),
    ...pairs,
  ]);
  expect(worst(whole?.changes ?? [])).toEqual({ wire, sdk });
  expect(worst(steps.flatMap(({ changes }) => changes))).toEqual({ wire, sdk });
});

function pairOf(old: JsonObject, next: JsonObject): Parameters<typeof judgeCode>[0][number] {
  return { old, next, names: { old: "old", next: "next" }, changes: compareByRule(old, next).changes };
}
