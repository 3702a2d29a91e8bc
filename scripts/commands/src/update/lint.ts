import { createRequire } from "node:module";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem, readOpenApi, refuseUnsafe, withoutExternalValues, type JsonObject } from "@x/openapi";
import { run } from "../workspace/run.ts";

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
 * Lints a document by the rules of the workspace's `redocly.yaml`. Returns how many warnings there are, and tells of each
 * rule that has any. A document that would have the linter read something else is refused before it.
 *
 * @param file - where the document is
 * @param name - what messages call it
 * @throws {Problem} with every error and its JSON pointer
 */
export async function lint(
  root: string,
  file: string,
  name: string,
  tell: (what: string, words: string) => void = () => undefined,
): Promise<number> {
  const config = join(root, "redocly.yaml");
  if (!existsSync(config)) throw new Problem("There is no redocly.yaml with the rules to lint by.");
  const document = readOpenApi(file);
  refuseUnsafe(document, name);
  const report = await reportOf(document, config, root);
  const errors = report.problems.filter(({ severity }) => severity === "error");
  if (report.totals.errors > 0) {
    const lines = errors.map(
      ({ location, message, ruleId }) => `  ${name}${location[0]?.pointer ?? ""}: ${message} (${ruleId})`,
    );
    throw new Problem(`${name} breaks the rules of redocly.yaml:\n${lines.join("\n")}`);
  }
  for (const words of warningsOf(report)) tell("warning", words);
  return report.totals.warnings;
}

/** What Redocly CLI says of a copy of the document. */
async function reportOf(document: JsonObject, config: string, root: string): Promise<Report> {
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const folder = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    const copy = join(folder, "document.json");
    writeFileSync(copy, JSON.stringify(withoutExternalValues(document)));
    const args = [cli, "lint", copy, "--config", config, "--format", "json", "--max-problems", "1000"];
    const { stdout, output } = await run(process.execPath, args, root, { REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" });
    const report = parse(stdout);
    if (report === undefined) throw new Problem(`Redocly CLI printed no report:\n${output.trim()}`);
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A line for each rule: how often, and the first of them. */
function warningsOf({ problems }: Report): string[] {
  const rules = Map.groupBy(
    problems.filter(({ severity }) => severity === "warn"),
    ({ ruleId }) => ruleId,
  );
  return [...rules].map(([rule, found]) => {
    const [first] = found;
    const more = found.length > 1 ? ` and ${found.length - 1} more` : "";
    return `${rule}: ${first?.location[0]?.pointer ?? "#/"}: ${first?.message.split("\n")[0]}${more}`;
  });
}

function parse(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}
