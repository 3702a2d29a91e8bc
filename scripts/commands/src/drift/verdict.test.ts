import { expect, test } from "vitest";
import type { DriftReport } from "./drift.ts";
import type { DriftKind } from "./observe.ts";
import { describe, exitCodeOf } from "./verdict.ts";

function report(called: number, ...kinds: DriftKind[]): DriftReport {
  const findings = kinds.map((kind) => ({ operation: "GET /a", kind, detail: "why" }));
  return {
    vendor: "acme",
    operations: 9,
    readOnly: 4,
    called: Array.from({ length: called }, () => "GET /a"),
    probed: [],
    findings,
  };
}
const skipped: DriftReport = { ...report(0), skipped: "the API key is missing" };

test.each<[code: number, words: string, report: DriftReport]>([
  [0, "acme: called 4 of 4 read-only operations (9 in all): no difference found.\n", report(4)],
  [
    0,
    "called 3 of 4 read-only operations (9 in all): no difference found.\n",
    report(3, "not called", "field never seen"),
  ],
  [2, "called 0 of 4 read-only operations (9 in all): nothing was called.\n", report(0, "not called")],
  [2, "acme: nothing was called: the API key is missing.\n", skipped],
  [
    3,
    "called 1 of 4 read-only operations (9 in all), not authorised: not all of it could be looked at.\n",
    report(1, "not authorised"),
  ],
  [3, "called 1 of 4 read-only operations (9 in all): not all of it could be looked at.\n", report(1, "failed")],
  [
    1,
    "called 2 of 4 read-only operations (9 in all), not authorised: the live API and its document differ.\n",
    report(2, "not authorised", "violation"),
  ],
  [1, "the live API and its document differ.\n", report(1, "unknown field")],
  [1, "the live API and its document differ.\n", report(1, "undocumented status", "failed")],
])("exit code %i: %s", (code, words, given) => {
  expect(describe(given)).toContain(words);
  expect(exitCodeOf([given])).toBe(code);
});

test("one vendor that was not looked at keeps the others from passing", () => {
  expect(exitCodeOf([report(4), skipped])).toBe(2);
  expect(exitCodeOf([report(4), skipped, report(1, "failed")])).toBe(3);
  expect(exitCodeOf([report(1, "failed"), report(1, "violation")])).toBe(1);
  expect(exitCodeOf([])).toBe(2);
});

test("whatever an API says stays in its row", () => {
  const kind = "unknown field";
  const given = { ...report(1), findings: [{ operation: "GET /a", kind, detail: "a\n✓ b\u001B[2J" }] } as const;
  expect(describe(given)).toContain("unknown field  a\\u000a✓ b\\u001b[2J\n");
});
