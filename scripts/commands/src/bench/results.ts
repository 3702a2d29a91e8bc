import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, writeAll } from "../workspace/files.ts";
import { goalOf, render, renderCeilings, type Table } from "./table.ts";

/** Writes what was measured: RESULTS.md beside this file for people, reports/bench.json for `pnpm report`. */
export function writeResults(tables: readonly Table[], runs: number): void {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} CPUs`;
  const intro = `# Results of \`pnpm bench\`\n\nMeasured on ${date}: ${machine}. Medians of interleaved rounds, each peer in processes of its own${runs > 1 ? `; of these the median of ${runs} runs` : ""}.\n\nTo repeat: \`pnpm bench --runs ${runs}\`.\n`;
  writeAll(
    new Map([
      [join(import.meta.dirname, "RESULTS.md"), [intro, renderCeilings(tables), ...tables.map(render)].join("\n")],
      [
        join(root, "reports/bench.json"),
        `${JSON.stringify({ date, machine, tables: tables.map((table) => ({ ...table, goal: goalOf(table.ceilings) })) }, null, 2)}\n`,
      ],
    ]),
  );
}
