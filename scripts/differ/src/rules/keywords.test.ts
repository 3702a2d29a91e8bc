import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readOpenApi } from "@x/openapi";
import { expect, test } from "vitest";
import { compareByRule } from "../diff.ts";
import { tableRows } from "./rule.ts";
import { schemaRules } from "./schema-rules.ts";

const folder = join(import.meta.dirname, "../../keywords");
const kinds = Object.keys(schemaRules);

/** What is told of a kind's pair of documents, whose one schema is sent and received: the verdict a direction. */
function toldOf(kind: string): string[] {
  const [old, next] = ["old.yaml", "new.yaml"].map((name) => readOpenApi(join(folder, kind, name)));
  const changes = old && next ? compareByRule(old, next).changes : [];
  return ["request", "response"].map((direction) => {
    const found = changes.find(({ id }) => id === `${direction}-${kind}`);
    return found === undefined ? "" : `${found.wire}, ${found.sdk}`;
  });
}

test("each kind of change of a schema has its pair of documents, and each pair its kind", () => {
  const pairs = readdirSync(folder).filter((name) => name !== "README.md");
  expect(pairs.toSorted()).toEqual(kinds.toSorted());
  for (const kind of kinds) expect([kind, existsSync(join(folder, kind, "new.yaml"))]).toEqual([kind, true]);
});

test.each(kinds)("%s is told of its pair", (kind) => {
  expect(toldOf(kind).join("")).not.toBe("");
});

test("the table of kinds is printed from their pairs", () => {
  const rows = kinds.map((kind) => [`\`${kind}\``, ...toldOf(kind)]);
  expect(readFileSync(join(folder, "README.md"), "utf8")).toContain(tableRows([["kind", "sent", "received"], ...rows]));
});
