import { isHelp } from "./terminal/arguments.ts";
import { runCommand } from "./terminal/run-command.ts";
import { measureLargeDocument } from "./whole-api/measure.ts";

const HELP = `Usage: pnpm bench:generate

Measures what generating a document of 120,000 lines costs: seconds of CPU, memory.
`;

/** `pnpm bench:generate`. */
await runCommand(async () => {
  if (!isHelp(HELP)) measureLargeDocument();
});
