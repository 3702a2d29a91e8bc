import { join, resolve } from "node:path";
import { parseArguments } from "../terminal/arguments.ts";
import { writeReports } from "../public-api/reports.ts";
import { root, writeAll } from "../workspace/files.ts";
import { run } from "../workspace/run.ts";
import { Problem } from "@x/openapi";
import { showProgress } from "../terminal/progress.ts";
import { checkVendors } from "@x/generator";
import { readRecords } from "@x/sources";
import { contract, typecheck } from "../update/evidence.ts";
import { pullRequestBody } from "../update/pull-request.ts";
import { createSteps } from "../update/steps.ts";
import { terminalSummary } from "../update/terminal-summary.ts";
import { update } from "../update/update.ts";
import { say, warn } from "../terminal/say.ts";

const HELP = `Usage: pnpm specs update [vendor…] [--summary FILE] [--from SOURCE]… [--only FILTER]… [--complete] [--accept]

Applies what vendors changed: pull, lint, diff, generate, a changeset for each affected package. A step that fails leaves
everything as it was. As evidence, which stops nothing: the contract tests of the packages as they were against servers
that speak the new document, and whether all that is there still compiles against the new packages.

  --summary FILE  write the body of a pull request there, when there is something new (default: print a few lines)
  --from, --only, --complete, --accept, --today
                  as for "pnpm specs pull"; --from and --only with a single vendor
`;

function hasSources(vendor: string): boolean {
  const found = (readRecords(root)[vendor]?.sources.length ?? 0) > 0;
  if (!found) warn(`${vendor} is skipped: specs/sources.json names no source for it.\n`);
  return found;
}

/** What the packages export now. A package that does not build has its words in the evidence already. */
async function renewReports(vendors: readonly string[]): Promise<void> {
  const filters = vendors.map((vendor) => `--filter=@x/${vendor}`);
  const { passed } = await run(join(root, "node_modules/.bin/turbo"), ["run", "build", ...filters], root);
  if (passed) await writeReports(vendors);
  else warn("  ! The reports of the public surface are as they were: `pnpm public-api` once it builds.\n");
}

/**
 * `pnpm specs update`.
 *
 * @throws {Problem} on bad arguments, or naming the step that failed
 */
export async function updateCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArguments(args, {
    summary: { type: "string" },
    from: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
    complete: { type: "boolean" },
    accept: { type: "boolean" },
    today: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) {
    say(HELP);
    return;
  }
  const { from, only, complete, accept, today, summary } = values;
  const asked = checkVendors(root, positionals);
  const vendors = positionals.length > 0 || from !== undefined ? asked : asked.filter(hasSources);
  if ((from ?? only) !== undefined && vendors.length !== 1)
    throw new Problem("--from and --only apply to one vendor: name the vendor.");
  const updates = await update({
    root,
    vendors,
    pulling: {
      base: from === undefined ? root : process.cwd(),
      from,
      only,
      complete,
      accept,
      today,
      note: (line) => warn(`  ! ${line}\n`),
      progress: showProgress(process.stderr),
    },
    steps: createSteps((line) => say(`${line}\n`)),
    before: [contract],
    after: [typecheck],
  });
  if (updates.length === 0) {
    say("Nothing to do.\n");
    return;
  }
  await renewReports(updates.map(({ vendor }) => vendor));
  if (summary === undefined) say(`\n${terminalSummary(updates)}`);
  else writeAll(new Map([[resolve(summary), pullRequestBody(updates)]]));
}
