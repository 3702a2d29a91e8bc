import { beforeAll, expect, test } from "vitest";
import { compareByRule } from "../diff.ts";
import { judgeCode, type JudgedCode } from "../sdk/judge-code.ts";
import { documentsOf, rulesWithPairs } from "../testing/pairs.ts";
import { worst } from "../types.ts";
import { semanticRules } from "./semantic.ts";

let judged: readonly JudgedCode[] = [];
beforeAll(async () => {
  const pairs = rulesWithPairs.map(({ id }) => {
    const { old, next } = documentsOf(id);
    const { changes } = compareByRule(old, next);
    return { old, next, names: { old: "old.yaml", next: "new.yaml" }, changes };
  });
  judged = await judgeCode(pairs);
});

test.each(rulesWithPairs.map((rule, index) => ({ ...rule, index })))("$id: $wire, $sdk", ({ id, wire, sdk, index }) => {
  const { changes, notes } = judged[index] ?? { changes: [], notes: ["not judged"] };
  const change = semanticRules.some((rule) => rule.id === id) ? changes.find((each) => each.id === id) : worst(changes);
  expect(change).toMatchObject({ wire, sdk });
  expect(notes).toEqual([]);
  // What the compiler says stands at the change that it is of.
  expect(changes.filter((each) => each.id === "types-changed")).toEqual([]);
});
