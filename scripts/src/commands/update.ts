import { resolve } from "node:path";
import { parseArguments } from "../lib/arguments.ts";
import { root, writeAll } from "../lib/files.ts";
import { Problem } from "../lib/problem.ts";
import { showProgress } from "../lib/progress.ts";
import { checkVendors } from "../lib/vendors.ts";
import { contract, typecheck } from "../update/evidence.ts";
import { pullRequestBody } from "../update/pull-request.ts";
import { createSteps } from "../update/steps.ts";
import { update } from "../update/update.ts";

const HELP = `Usage: pnpm specs update [vendor…] [--summary FILE] [--from SOURCE]… [--only FILTER]… [--complete] [--accept]

Takes up what vendors changed: pull, lint, diff, generate, a changeset for each affected package. A step that fails leaves
everything as it was. Then, as evidence: typecheck, and the contract tests as they were against the new document.

  --summary FILE  write the body of a pull request there, when there is something new
  --from, --only, --complete, --accept
                  as for "pnpm specs pull"; --from and --only with a single vendor
`;

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
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const vendors = checkVendors(root, positionals);
  const { from, only, complete, accept, summary } = values;
  if ((from ?? only) !== undefined && vendors.length !== 1)
    throw new Problem("--from and --only are of one vendor: name it.");
  const updates = await update({
    root,
    vendors,
    pulling: {
      base: from === undefined ? root : process.cwd(),
      from,
      only,
      complete,
      accept,
      note: (line) => process.stderr.write(`  ! ${line}\n`),
      progress: showProgress(process.stderr),
    },
    steps: createSteps((line) => process.stdout.write(`${line}\n`)),
    checks: [typecheck, contract],
  });
  if (updates.length === 0) {
    process.stdout.write("Nothing to do.\n");
    return;
  }
  const body = pullRequestBody(updates);
  if (summary === undefined) process.stdout.write(`\n${body}`);
  else writeAll(new Map([[resolve(summary), body]]));
}
