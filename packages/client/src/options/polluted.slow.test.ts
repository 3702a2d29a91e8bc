import { expect, test } from "vitest";
import { runChild } from "../../test/support/child.ts";
import { ofFetch } from "../../test/support/transport.ts";

interface Report {
  readonly tried: readonly string[];
  readonly ways: number;
  readonly changed: readonly string[];
  readonly skipped: readonly string[];
}

test("a polluted Object.prototype changes nothing, whatever it names that the client looks for", ofFetch, async () => {
  const file = new URL("../../test/support/children/polluted.ts", import.meta.url);
  const { report } = await runChild<Report>(file);
  expect(report.changed).toEqual([]);
  expect(report.tried.length).toBeGreaterThanOrEqual(66);
  expect(report.ways).toBe(19);
  // What the platform's own fetch, Request and undici take from there.
  expect(report.skipped.map((each) => each.split(",")[0])).toEqual(
    expect.arrayContaining(["signal", "dispatcher", "body"]),
  );
  expect(report.skipped.length).toBeLessThan(20);
});
