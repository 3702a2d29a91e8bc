import { join, relative } from "node:path";
import { isHelp } from "./terminal/arguments.ts";
import { root, writeAll } from "./workspace/files.ts";
import { runCommand } from "./terminal/run-command.ts";
import { page } from "./report/page.ts";
import { readReports } from "./report/read-reports.ts";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm report

Writes reports/index.html: one page of what the other commands measured.
`;

/** `pnpm report`: one page of what the other commands measured. */
await runCommand(async () => {
  if (isHelp(HELP)) return;
  const path = join(root, "reports/index.html");
  writeAll(new Map([[path, page(await readReports(root), new Date().toISOString().slice(0, 10))]]));
  say(`✓ ${relative(root, path)}\n`);
});
