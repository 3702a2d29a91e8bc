import { allFaults } from "./faults/all.ts";
import { runFault } from "./run-fault.ts";

// The whole table by a plain script, for a Node on which vitest does not run. It is bundled, with `expect` alone. Prints what
// failed as JSON, on its last line.
const rows = allFaults.flatMap((fault) =>
  fault.http === false
    ? [{ fault, by: "method" as const }]
    : (["method", "http"] as const).map((by) => ({ fault, by })),
);
const failed: string[] = [];
const waiting = [...rows];
async function lane(): Promise<void> {
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    const { fault, by } = row;
    await runFault(fault, by).catch((error: Error) => failed.push(`${fault.name} (${by}): ${error.message}`));
  }
}
await Promise.all(Array.from({ length: 24 }, lane));
console.log(JSON.stringify({ ran: rows.length, failed }));
process.exit();
