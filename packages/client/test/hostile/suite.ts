import { describe, expect, test } from "vitest";
import type { Fault } from "./fault.ts";
import { runFault } from "./run-fault.ts";

/** A group of the table as tests: each row by the operation's method, and by `openapiFetch` where that can be asked. */
export function faultSuite(title: string, faults: readonly Fault[]): void {
  const rows = faults.flatMap((fault) => {
    const byMethod = { name: fault.name, fault, by: "method" as const };
    return fault.openapiFetch === false
      ? [byMethod]
      : [byMethod, { name: `${fault.name} (openapiFetch)`, fault, by: "openapiFetch" as const }];
  });
  describe.concurrent(`${title}`, () => {
    test.each(rows)("$name", async ({ fault, by }) => {
      await expect(runFault(fault, by)).resolves.toBeUndefined();
    });
  });
}
