import { expect, test, vi } from "vitest";
import { Problem } from "@x/openapi";
import { Report, Skip } from "./report.ts";

async function outcomeOf(body: () => string | undefined) {
  const report = new Report();
  await report.check("check", "subject", body);
  return report.results[0];
}

const skip = (): never => {
  throw new Skip("there is no such runtime");
};

test("a figure goes into the table, a fault does not stop the others", async () => {
  const report = new Report();
  await report.check("size", "a", () => "5 kB");
  await report.check("size", "b", () => {
    throw new Problem("too large");
  });
  await report.check("load", "a", () => undefined);
  expect(report.grid(["size", "load"], ["a", "b"])).toMatch(/a +b\n.*\nsize +✓ 5 kB +✗\nload +✓\n/);
});

test("what can't be tried is skipped by hand and fails in CI", async () => {
  vi.stubEnv("CI", "");
  expect(await outcomeOf(skip)).toMatchObject({ outcome: "skipped", detail: "there is no such runtime" });
  vi.stubEnv("CI", "true");
  expect(await outcomeOf(skip)).toMatchObject({ outcome: "failed", detail: "there is no such runtime" });
  vi.unstubAllEnvs();
});

test("an unforeseen error is a failure that keeps its stack", async () => {
  const body = (): never => {
    throw new TypeError("x is undefined");
  };
  expect(await outcomeOf(body)).toMatchObject({ outcome: "failed", detail: expect.stringContaining("report.test.ts") });
});
