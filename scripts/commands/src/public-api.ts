import { checkReports, publishedPackages, writeReports } from "./public-api/reports.ts";
import { parseArguments } from "./terminal/arguments.ts";
import { runCommand } from "./terminal/run-command.ts";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm public-api [PACKAGE…] [--check]

Writes packages/<name>/api.txt: what each entry point exports, with its type, made of the built declarations. A change of
the public surface shows in its diff.

  --check    write nothing; exit 1 when a committed report is not what the declarations give
`;

/** `pnpm public-api`: turbo calls it with --check in each package. */
await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    check: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return void say(HELP);
  const packages = publishedPackages(positionals);
  if (values.check) return checkReports(packages);
  const written = (await writeReports(packages)).length;
  say(`${packages.join(", ")}: ${written ? `${written} reports written` : "nothing new"}.\n`);
});
