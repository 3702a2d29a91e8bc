import { measureAll } from "./bench/measure-all.ts";
import { writeResults } from "./bench/results.ts";
import { render } from "./bench/table.ts";
import { parseArguments, refuseArguments } from "./terminal/arguments.ts";
import { runCommand } from "./terminal/run-command.ts";

const HELP = `Usage: pnpm bench [--quick]

Measures the client beside its peers in about ten minutes, and writes scripts/commands/src/bench/RESULTS.md and
reports/bench.json.

  --quick  only to see that all of it runs: nothing is written
`;

/** `pnpm bench`. */
await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    quick: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  refuseArguments(positionals);
  if (values.help === true) return void process.stdout.write(HELP);
  const isQuick = values.quick === true;
  const tables = await measureAll(isQuick, {
    progress: (done, total, name) => void process.stderr.write(`${done} of ${total}: ${name} …\n`),
    done: (table) => void process.stdout.write(`${render(table)}\n`),
  });
  if (!isQuick) writeResults(tables);
});
