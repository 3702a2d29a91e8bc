import { join } from "node:path";
import { checkVendors } from "@x/generator";
import { Problem } from "@x/openapi";
import { parseArguments } from "../terminal/arguments.ts";
import { count } from "../terminal/count.ts";
import { say } from "../terminal/say.ts";
import { reportStep } from "../supervision/inside.ts";
import { lint } from "../update/lint.ts";
import { root } from "../workspace/files.ts";

const HELP = `Usage: pnpm specs lint [vendor…]

Holds specs/<vendor>.yaml against the rules of redocly.yaml, for all vendors or the named ones. Exits 1 on an error. A
document that refers to anything outside of it is refused before the linter sees it.
`;

/**
 * `pnpm specs lint`.
 *
 * @throws {Problem} on bad arguments, or with all errors of all documents
 */
export async function lintCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArguments(args, { help: { type: "boolean", short: "h" } });
  if (values.help === true) return say(HELP);
  const errors: string[] = [];
  for (const vendor of checkVendors(root, positionals)) {
    const file = `specs/${vendor}.yaml`;
    reportStep(`lint ${file}`);
    try {
      const warnings = await lint(root, join(root, file), file, (_, words) => say(`  ! ${file}: ${words}\n`));
      say(`✓ ${file}: no error, ${count(warnings, "warning")}\n`);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      errors.push(thrown.message);
    }
  }
  if (errors.length > 0) throw new Problem(errors.join("\n"));
}
