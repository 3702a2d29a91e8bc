import { Problem } from "@x/openapi";
import { measureAll } from "./bench/measure-all.ts";
import { writeResults } from "./bench/results.ts";
import { medianTable, render, renderCeilings, type Table } from "./bench/table.ts";
import { parseArguments, refuseArguments } from "./terminal/arguments.ts";
import { runCommand } from "./terminal/run-command.ts";

const HELP = `Usage: pnpm bench [--runs N | --quick]

Measures the client beside its peers in about five minutes a run, and writes scripts/commands/src/bench/RESULTS.md and
reports/bench.json: goals, what was measured, and all rows.

  --runs N  how often, one after the other; the median of each number counts (default: 5)
  --quick   once, and only to see that all of it runs: nothing is written
`;

/** `pnpm bench`. */
await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    quick: { type: "boolean" },
    runs: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  refuseArguments(positionals);
  if (values.help === true) return void process.stdout.write(HELP);
  const isQuick = values.quick === true;
  const runs = isQuick ? 1 : Number(values.runs ?? 5);
  if (!Number.isInteger(runs) || runs < 1)
    throw new Problem(`--runs must be a number from 1 on, and is ${values.runs}.`);
  const measured: Table[][] = [];
  for (let run = 1; run <= runs; run++) {
    const tables = await measureAll(isQuick, {
      progress: (done, total, name) =>
        void process.stderr.write(`run ${run} of ${runs}, ${done} of ${total}: ${name} …\n`),
      done: (table) => void process.stdout.write(`${render(table)}\n`),
    });
    measured.push(tables);
  }
  const tables = (measured[0] as Table[]).map((_, n) => medianTable(measured.map((run) => run[n] as Table)));
  process.stdout.write(renderCeilings(tables));
  if (!isQuick) writeResults(tables, runs);
});
