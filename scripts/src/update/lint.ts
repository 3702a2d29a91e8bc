import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../lib/problem.ts";
import { run } from "./run.ts";

interface Report {
  readonly totals: { readonly errors: number; readonly warnings: number };
  readonly problems: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly message: string;
    readonly location: readonly { readonly pointer?: string }[];
  }[];
}

/**
 * Lints a document by the rules of the workspace's `redocly.yaml`. Returns how many warnings there are.
 *
 * @param file - where the document is
 * @param name - what messages call it
 * @throws {Problem} with every error and its JSON pointer
 */
export async function lint(root: string, file: string, name: string): Promise<number> {
  const config = join(root, "redocly.yaml");
  if (!existsSync(config)) throw new Problem("There is no redocly.yaml with the rules to lint by.");
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const args = [cli, "lint", file, "--config", config, "--format", "json", "--max-problems", "1000"];
  const { stdout, output } = await run(process.execPath, args, root);
  const report = parse(stdout);
  if (report === undefined) throw new Problem(`The linter did not do its work:\n${output.trim()}`);
  const errors = report.problems.filter(({ severity }) => severity === "error");
  if (report.totals.errors > 0) {
    const lines = errors.map(
      ({ location, message, ruleId }) => `  ${name}${location[0]?.pointer ?? ""}: ${message} (${ruleId})`,
    );
    throw new Problem(`${name} breaks the rules of redocly.yaml:\n${lines.join("\n")}`);
  }
  return report.totals.warnings;
}

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}
