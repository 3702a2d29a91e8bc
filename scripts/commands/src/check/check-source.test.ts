import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workspaceOf } from "../testing/workspace.ts";
import { hasFailed, type CheckResult } from "./check-result.ts";
import { checkSource } from "./check-source.ts";

function check(name: string, text: string): Promise<CheckResult> {
  const base = workspaceOf({});
  writeFileSync(join(base, name), text);
  return checkSource(name, { base, contractSeconds: 60, onStep: () => undefined });
}

test("a document that can't be read is a result too, and says why", async () => {
  const result = await check("page.html", "<!doctype html><title>404</title>");
  expect(result).toMatchObject({ operations: 0, generated: 0, typecheck: false, contract: { passed: 0, failed: 0 } });
  expect(result.notes.join()).toMatch(/page\.html is HTML/);
  expect(hasFailed(result)).toBe(true);
});
