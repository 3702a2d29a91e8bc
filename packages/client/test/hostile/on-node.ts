import { allFaults } from "./faults/all.ts";
import { rowsOf } from "./rows.ts";
import { runFault } from "./run-fault.ts";

// The whole table by a plain script, for a Node on which vitest does not run. It is bundled, with `expect` alone. Prints
// what failed as JSON, on its last line.
const rows = rowsOf(allFaults);
const failed: string[] = [];
const waiting = [...rows];
async function lane(): Promise<void> {
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    const { name } = row;
    await runFault(row.fault, row.by).catch((error: Error) => failed.push(`${name}: ${error.message}`));
  }
}
await Promise.all(Array.from({ length: 24 }, lane));
console.log(JSON.stringify({ ran: rows.length, failed }));
process.exit();
