import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { checkWorkspace } from "./architecture/check-workspace.ts";
import { withPackagesTable } from "./architecture/packages-table.ts";
import { rules } from "./architecture/rules.ts";
import { parseArguments, refuseArguments } from "./terminal/arguments.ts";
import { count } from "./terminal/count.ts";
import { runCommand } from "./terminal/run-command.ts";
import { root, writeAll } from "./workspace/files.ts";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm check:architecture [--write]

Checks what packages import from each other, circles of imports, entry points, the sizes of folders and files, and that
the table of packages in CONTRIBUTING.md is the list that is checked.

  --write  write that table
`;

/** `pnpm check:architecture`. */
await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    write: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  refuseArguments(positionals);
  if (values.help) return void say(HELP);
  const path = join(root, "CONTRIBUTING.md");
  const text = readFileSync(path, "utf8");
  const expected = withPackagesTable(text, rules.packages);
  const isStale = expected !== text && values.write !== true;
  if (values.write) writeAll(new Map([[path, expected]]));
  const { faults, questions, files, packages } = checkWorkspace(root);
  for (const question of questions) say(`? ${question}\n`);
  const all = [
    ...faults,
    ...(isStale
      ? ["CONTRIBUTING.md: the table of packages is not the list. Run pnpm check:architecture --write."]
      : []),
  ];
  if (all.length > 0) throw new Problem(`The architecture check failed:\n\n${all.join("\n\n")}`);
  say(`${count(packages, "package")}, ${count(files, "file")}: imports, circles and sizes are as they should be.\n`);
});
