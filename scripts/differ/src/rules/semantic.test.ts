import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareByRule } from "../diff.ts";
import { documentsOf, pairsFolder, rulesWithPairs } from "../testing/pairs.ts";
import { decisions } from "./decisions.ts";
import { tableOf } from "./rule.ts";
import { semanticRules } from "./semantic.ts";

test("each rule has its pair of documents, and each pair its rule", () => {
  expect(readdirSync(pairsFolder).toSorted()).toEqual(rulesWithPairs.map(({ id }) => id).toSorted());
  for (const { id } of rulesWithPairs) expect([id, existsSync(join(pairsFolder, id, "new.yaml"))]).toEqual([id, true]);
});

test("the README's tables are printed from the rules", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  expect(readme).toContain(tableOf(semanticRules));
  expect(readme).toContain(tableOf(decisions));
});

// What the code says of them takes a compiler: in `semantic.slow.test.ts`.
test.each(semanticRules)("$id: $wire", ({ id, wire }) => {
  const { old, next } = documentsOf(id);
  expect(compareByRule(old, next).changes.find((each) => each.id === id)).toMatchObject({ wire });
});
