import { pnpmProgram } from "../workspace/programs.ts";
import { relative } from "node:path";
import { Problem } from "@x/openapi";
import { removeVendor } from "../remove/remove.ts";
import { parseArguments } from "../terminal/arguments.ts";
import { say } from "../terminal/say.ts";
import { root } from "../workspace/files.ts";
import { run } from "../workspace/run.ts";

const HELP = `Usage: pnpm specs remove <name>

Undoes "pnpm specs add": packages/<name> with all that is in it, specs/<name>.yaml, its record and its changesets go, and the
lockfile forgets it. Refused where another package depends on it.
`;

/**
 * `pnpm specs remove`.
 *
 * @throws {Problem} on bad arguments, or when the vendor can't be removed
 */
export async function removeCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArguments(args, { help: { type: "boolean", short: "h" } });
  if (values.help === true) return say(HELP);
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) throw new Problem(`Name one vendor.\n\n${HELP}`);
  for (const path of await removeVendor(root, name)) say(`  - ${relative(root, path)}\n`);
  const install = ["install", "--no-frozen-lockfile"];
  const { passed } = await run(pnpmProgram(), [...install, "--offline"], root);
  if (passed) return;
  const online = await run(pnpmProgram(), install, root);
  if (!online.passed)
    throw new Problem(`All is removed, but this failed: pnpm ${install.join(" ")}\n${online.output.trimEnd()}`);
}
