import { join, relative } from "node:path";
import { parseArguments } from "../lib/arguments.ts";
import { root } from "../lib/files.ts";
import { Problem } from "../lib/problem.ts";
import { showProgress } from "../lib/progress.ts";
import { addVendor } from "../add/add.ts";
import { run } from "../update/run.ts";
import { createSteps } from "../update/steps.ts";

const HELP = `Usage: pnpm specs add <name> --from SOURCE… [--only FILTER]…

Makes the package of another vendor, packages/<name>, with its document specs/<name>.yaml: of the same shape as the others.
Then installs, so that it builds and tests at once. The name is words of small letters, joined by hyphens.

  --from SOURCE   as for "pnpm specs pull"
  --only FILTER   as for "pnpm specs pull"
`;

/**
 * `pnpm specs add`.
 *
 * @throws {Problem} on bad arguments, or naming the step that failed
 */
export async function addCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArguments(args, {
    from: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const [name, ...rest] = positionals;
  const { from, only } = values;
  if (name === undefined || rest.length > 0 || from === undefined)
    throw new Problem(`Name one vendor, and where its document comes from.\n\n${HELP}`);
  const steps = createSteps((line) => process.stdout.write(`${line}\n`));
  const note = (line: string): unknown => process.stderr.write(`  ! ${line}\n`);
  const progress = showProgress(process.stderr);
  const written = await addVendor({
    root,
    name,
    pulling: { base: process.cwd(), from, only, note, progress },
    steps,
  });
  // The lockfile has to know the new package, and the package its dependencies: the same that others have already.
  const install = ["install", "--no-frozen-lockfile"];
  let installed = await run("pnpm", [...install, "--offline"], root);
  if (!installed.passed) installed = await run("pnpm", install, root);
  steps.tell("install", installed.passed ? "done" : "failed");
  if (installed.passed) {
    // A longer name breaks lines elsewhere.
    const formatted = await run(join(root, "node_modules/.bin/oxfmt"), [join(root, "packages", name)], root);
    steps.tell("format", formatted.passed ? "done" : "failed");
  }
  for (const path of written) process.stdout.write(`  + ${relative(root, path)}\n`);
  if (!installed.passed)
    throw new Problem(`All files are in place, but "pnpm install" failed; run it again.\n${installed.output}`);
  process.stdout.write(`Next: pnpm turbo run build --filter=@x/${name}\n`);
}
