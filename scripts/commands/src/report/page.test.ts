import { expect, test } from "vitest";
import { page } from "./page.ts";
import type { Reports } from "./read-reports.ts";

const nothing: Reports = {
  coverage: [],
  mutants: undefined,
  runtimes: undefined,
  packages: undefined,
  clientMutants: undefined,
  bench: undefined,
  sources: {},
  drift: undefined,
  tried: undefined,
  changes: [],
};

test("says by which command each missing part is measured", () => {
  const text = page(nothing, "2026-11-21");
  for (const command of [
    "npm test",
    "pnpm contract:mutate",
    "pnpm test:runtimes",
    "pnpm test:packages",
    "pnpm bench",
    "pnpm drift",
    "pnpm specs check SOURCE…",
  ]) {
    expect(text).toContain(`Not measured yet: run <code>${command}</code>`);
  }
});

test("needs nothing but itself: no script, no address to load from", () => {
  expect(page(nothing, "2026-11-21")).not.toMatch(/<script|<link|<img|src=|url\(/);
});

test("shows what is red as red, and text as text", () => {
  const results = [
    { check: "import", subject: "<b>Node</b>", outcome: "passed", detail: "" },
    { check: "import", subject: "Bun", outcome: "failed", detail: "" },
  ];
  const text = page({ ...nothing, runtimes: { passed: 1, failed: 1, results } }, "2026-11-21");
  expect(text).toContain("&#60;b&#62;Node&#60;/b&#62;");
  expect(text).toContain('<dd class="bad">1 of 2</dd>');
  expect(text.match(/title="failed"/g)).toHaveLength(1);
});
