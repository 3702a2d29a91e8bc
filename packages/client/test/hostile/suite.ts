import { describe, expect, test } from "vitest";
import type { Fault } from "./fault.ts";
import { rowsOf } from "./rows.ts";
import { runFault } from "./run-fault.ts";

/** A group of the table as tests. */
export function faultSuite(title: string, faults: readonly Fault[]): void {
  describe.concurrent(`${title}`, () => {
    test.each(rowsOf(faults))("$name", async ({ fault, by }) => {
      await expect(runFault(fault, by)).resolves.toBeUndefined();
    });
  });
}
