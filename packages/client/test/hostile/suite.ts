import { describe, test } from "vitest";
import type { Fault } from "./fault.ts";
import { runFault } from "./run-fault.ts";

/** A group of the table as tests: each row by the operation's method, and by `.http` where that can be asked. */
export function faultSuite(title: string, faults: readonly Fault[]): void {
  describe.concurrent(title, () => {
    for (const fault of faults) {
      test(fault.name, () => runFault(fault, "method"));
      if (fault.http !== false) test(`${fault.name} (.http)`, () => runFault(fault, "http"));
    }
  });
}
