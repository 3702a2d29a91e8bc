import { expect, test } from "vitest";
import { verdictOn } from "./verdict.ts";

function mutants(caught: number, missed: number) {
  const breaking = { name: "m", direction: "response" as const };
  return [
    ...Array.from({ length: caught }, () => ({ ...breaking, caughtBy: { keys: "a", types: "b" } })),
    ...Array.from({ length: missed }, () => ({ ...breaking, caughtBy: {} })),
  ];
}

test("one of sixteen may be missed, no more", () => {
  expect(verdictOn("v", mutants(15, 1))).toEqual({
    caught: 15,
    breaking: 16,
    byLayer: { keys: 15, types: 15 },
    failures: [],
  });
  expect(verdictOn("v", mutants(30, 2)).failures).toEqual([]);
  expect(verdictOn("v", mutants(14, 2)).failures).toEqual(["v: 14 of 16 breaking mutants caught: too few."]);
  expect(verdictOn("v", mutants(20, 2)).failures).toEqual(["v: 20 of 22 breaking mutants caught: too few."]);
});

test("fewer than sixteen mutants prove nothing", () => {
  expect(verdictOn("v", mutants(15, 0)).failures).toEqual(["v: only 15 mutants could be made."]);
});

test("a harmless change that fails is a false alarm", () => {
  const harmless = { name: "a property added", direction: "harmless" as const };
  const all = [...mutants(16, 0), { ...harmless, caughtBy: {} }, { ...harmless, caughtBy: { keys: "why" } }];
  expect(verdictOn("v", all)).toMatchObject({
    breaking: 16,
    failures: ['v: "a property added" is harmless, but a contract test fails: why'],
  });
});
