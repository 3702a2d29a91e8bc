import { join } from "node:path";
import { Problem } from "@x/openapi";
import { checkSource } from "../check/check-source.ts";
import { hasFailed, type CheckResult } from "../check/check-result.ts";
import { parseArguments } from "../terminal/arguments.ts";
import { showSteps } from "../terminal/progress.ts";
import { say, sayJson, warn } from "../terminal/say.ts";
import { table } from "../terminal/table.ts";
import { root, writeAll } from "../workspace/files.ts";
import { run } from "../workspace/run.ts";

const HELP = `Usage: pnpm specs check SOURCE… [--json] [--base-url URL] [--no-contract] [--contract-seconds N]

Says what would become of documents: makes a package of each in a temporary folder, compiles it and runs its contract
tests. Nothing is written here but reports/specs-check.json. A source is what "pnpm specs pull --from" takes.

  --json                prints an array of { source, operations, generated, skipped: [{ operation, why }], notes,
                        typecheck, contract: { passed, failed }, seconds } and nothing else
  --base-url URL        where the API is, for a document that does not say it
  --no-contract         leaves out the contract tests
  --contract-seconds N  begins no further contract test after so long, for each document. Default: 300

Exit codes: 0 where every document became a package that compiles and whose contract tests pass, else 1.
`;

/**
 * `pnpm specs check`.
 *
 * @throws {Problem} on bad arguments
 */
export async function checkCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArguments(args, {
    json: { type: "boolean" },
    "base-url": { type: "string" },
    "no-contract": { type: "boolean" },
    "contract-seconds": { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help === true) return say(HELP);
  if (positionals.length === 0) throw new Problem(`Name a document: a file, a folder or a URL.\n\n${HELP}`);
  const limit = Number(values["contract-seconds"] ?? 300);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Problem(`--contract-seconds is ${values["contract-seconds"]}; it must be a whole number from 1.`);
  // What the packages and the mock are made of.
  const built = await run(
    join(root, "node_modules/.bin/turbo"),
    ["run", "build", "--filter=@x/mock", "--filter=@x/client"],
    root,
  );
  if (!built.passed) throw new Problem(`The client does not build:\n${built.output.trim()}`);
  const results: CheckResult[] = [];
  const showStep = showSteps(process.stderr);
  for (const [index, source] of positionals.entries()) {
    const done = `${index + 1}/${positionals.length} ${source}`;
    const result = await checkSource(source, {
      base: process.cwd(),
      baseUrl: values["base-url"],
      contractSeconds: values["no-contract"] === true ? 0 : limit,
      onStep: (step) => showStep(`${done}: ${step}`),
    });
    results.push(result);
    if (!process.stderr.isTTY) warn(`${done}: ${result.seconds} s\n`);
  }
  showStep("");
  writeAll(new Map([[join(root, "reports/specs-check.json"), `${JSON.stringify(results, undefined, 2)}\n`]]));
  if (values.json === true) sayJson(results);
  else say(wordsOf(results, values["no-contract"] === true));
  if (results.some(hasFailed)) process.exitCode = 1;
}

function wordsOf(results: readonly CheckResult[], isContractLeftOut: boolean): string {
  const headings = ["document", "operations", "made", "typecheck", "contract", "seconds"];
  const rows = results.map(({ source, operations, generated, typecheck, contract, seconds }) => {
    const passed =
      contract.failed > 0 ? `${contract.failed} of ${contract.passed + contract.failed} failed` : contract.passed;
    const isMade = generated > 0;
    return [
      source,
      String(operations || "unreadable"),
      String(generated),
      isMade ? (typecheck ? "passed" : "failed") : "–",
      isMade && !isContractLeftOut ? String(passed) : "–",
      String(seconds),
    ];
  });
  const details = results.flatMap(({ source, skipped, notes }) => {
    const lines = [...skipped.map(({ operation, why }) => `left out: ${operation}: ${why}`), ...notes];
    return lines.length ? ["", source, ...lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}`)] : [];
  });
  return `${table(headings, rows)}${details.join("\n")}${details.length ? "\n" : ""}`;
}
