import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readOpenApi } from "@x/openapi";
import { beforeAll, describe, expect, test } from "vitest";
import { compareByRule } from "../diff.ts";
import { judgeCode, type JudgedCode } from "../sdk/judge-code.ts";
import { semanticRules } from "./semantic.ts";

const folder = join(import.meta.dirname, "../../pairs");
const ids = Object.keys(semanticRules).toSorted();

test("each rule has its pair of documents, and each pair its rule", () => {
  expect(readdirSync(folder).toSorted()).toEqual(ids);
  for (const id of ids) expect([id, existsSync(join(folder, id, "new.yaml"))]).toEqual([id, true]);
});

describe("a rule stands where the compiler sees nothing", () => {
  const pairs = ids.map((id) => {
    const [old, next] = ["old.yaml", "new.yaml"].map((name) => readOpenApi(join(folder, id, name)));
    if (old === undefined || next === undefined) throw new Error(id);
    return { old, next, names: { old: "old.yaml", next: "new.yaml" }, changes: compareByRule(old, next).changes };
  });
  let judged: readonly JudgedCode[] = [];
  beforeAll(async () => {
    judged = await judgeCode(pairs);
  });

  test.each(ids.map((id, index) => ({ id, index })))("$id", ({ id, index }) => {
    const told = pairs[index]?.changes.find((change) => change.id === id);
    const found = judged[index]?.changes.find((change) => change.id === id);
    expect(found?.sdk).toBe(told?.sdk);
    expect(["major", "minor"]).toContain(found?.sdk);
  });
});
