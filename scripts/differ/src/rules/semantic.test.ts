import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonObject, readOpenApi } from "@x/openapi";
import { beforeAll, describe, expect, test } from "vitest";
import { compareByRule } from "../diff.ts";
import { judgeCode, type JudgedCode } from "../sdk/judge-code.ts";
import { worst } from "../types.ts";
import { decisions } from "./decisions.ts";
import { tableOf } from "./rule.ts";
import { semanticRules } from "./semantic.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "pairs");
const rules = [...semanticRules, ...decisions];

test("each rule has its pair of documents, and each pair its rule", () => {
  expect(readdirSync(folder).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  for (const { id } of rules) expect([id, existsSync(join(folder, id, "new.yaml"))]).toEqual([id, true]);
});

test("the README's tables are printed from the rules", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(readme).toContain(tableOf(semanticRules));
  expect(readme).toContain(tableOf(decisions));
});

describe("pairs of documents", () => {
  const pairs = rules.map(({ id }) => {
    const [old, next] = ["old.yaml", "new.yaml"].map((name) => readOpenApi(join(folder, id, name)));
    const documents = { old: old as JsonObject, next: next as JsonObject };
    const { changes } = compareByRule(documents.old, documents.next);
    return { ...documents, names: { old: "old.yaml", next: "new.yaml" }, changes };
  });
  let judged: readonly JudgedCode[] = [];
  beforeAll(async () => {
    judged = await judgeCode(pairs);
  });

  test.each(rules.map((rule, index) => ({ ...rule, index })))("$id: $wire, $sdk", ({ id, wire, sdk, index }) => {
    const { changes, notes } = judged[index] ?? { changes: [], notes: ["not judged"] };
    const change = semanticRules.some((rule) => rule.id === id)
      ? changes.find((each) => each.id === id)
      : worst(changes);
    expect(change).toMatchObject({ wire, sdk });
    expect(notes).toEqual([]);
    // What the compiler says stands at the change that it is of.
    expect(changes.filter((each) => each.id === "types-changed")).toEqual([]);
  });
});
