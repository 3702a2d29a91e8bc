import { pnpmProgram } from "../workspace/programs.ts";
import { isAbsolute, join, relative } from "node:path";
import { parseArguments } from "../terminal/arguments.ts";
import { root } from "../workspace/files.ts";
import { Problem } from "@x/openapi";
import { showProgress } from "../terminal/progress.ts";
import { reportStep } from "../supervision/inside.ts";
import { addVendor } from "../add/add.ts";
import { run } from "../workspace/run.ts";
import { createSteps } from "../update/steps.ts";
import type { Steps } from "../update/steps.ts";
import { say, warn } from "../terminal/say.ts";

const HELP = `Usage: pnpm specs add <name> --from SOURCE… [--only FILTER]… [--base-url URL]

Makes the package of another vendor, packages/<name>, with its document specs/<name>.yaml: of the same shape as the others.
Then installs, builds and tests it. The name is words of small letters, joined by hyphens.

  --from SOURCE   as for "pnpm specs pull"
  --only FILTER   as for "pnpm specs pull"
  --base-url URL  as for "pnpm specs pull"
  --today DAY     as for "pnpm specs pull"
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
    "base-url": { type: "string" },
    today: { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) {
    say(HELP);
    return;
  }
  const [name, ...rest] = positionals;
  const { from, only, today } = values;
  if (name === undefined || rest.length > 0 || from === undefined)
    throw new Problem(`Name one vendor, and give --from SOURCE: where its document comes from.\n\n${HELP}`);
  const steps = createSteps((line) => say(`${line}\n`));
  const note = (line: string): unknown => warn(`  ! ${line}\n`);
  const progress = showProgress(process.stderr);
  const written = await addVendor({
    root,
    name,
    pulling: { base: process.cwd(), from, only, baseUrl: values["base-url"], today, note, progress },
    steps,
  });
  // The lockfile has to know the new package, and the package its dependencies: the same that others have already.
  const install = [pnpmProgram(), "install", "--no-frozen-lockfile"];
  const offline = await run(pnpmProgram(), [...install.slice(1), "--offline"], root);
  const tasks = {
    install: offline.passed ? undefined : install,
    // A longer name breaks lines elsewhere.
    format: ["oxfmt", `packages/${name}`],
    build: ["turbo", "run", "build", `--filter=@x/${name}`, "--output-logs=errors-only"],
    "public surface": ["node", "scripts/commands/src/public-api.ts", name],
    test: ["vitest", "run", `packages/${name}/test/`],
  };
  if (written.length === 0) say(`packages/${name} is there already, of this very document: nothing new.\n`);
  for (const path of written) say(`  + ${relative(root, path)}\n`);
  for (const [task, command] of Object.entries(tasks)) await finish(task, command, steps);
  say("Next: npm test\n");
}

/** @throws {Problem} with the command's words, when it fails */
async function finish(task: string, command: readonly string[] | undefined, steps: Steps): Promise<void> {
  reportStep(task);
  const [program = "", ...args] = command ?? [];
  const path = isAbsolute(program) ? program : join(root, "node_modules/.bin", program);
  const done = command && (await run(path, args, root));
  steps.tell(task, done?.passed === false ? "failed" : "done");
  if (done?.passed === false)
    throw new Problem(`All files are in place, but this failed: ${command?.join(" ")}\n${done.output.trimEnd()}`);
}
