import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { drift, type DriftReport } from "./drift/drift.ts";
import { isDrift } from "./drift/observe.ts";
import { parseArguments } from "./terminal/arguments.ts";
import { root, writeAll } from "./workspace/files.ts";
import { Problem } from "@x/openapi";
import { runCommand } from "./terminal/run-command.ts";
import { dim } from "./terminal/style.ts";
import { table } from "./terminal/table.ts";
import { checkVendors } from "@x/generator";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm drift [VENDOR…] [--parameter NAME=VALUE]… [--base-url URL]

Calls the read-only operations of the live API through the SDK, with Prism in between, and reports where the API and its
document differ. The key is taken from the vendor's environment variable; without one, that vendor is skipped.
Exits 1 when they differ. The report goes to reports/drift.json as well.

  --parameter  a value for the parameters of that name; more of them in DRIFT_PARAMETERS, parted by spaces
  --base-url   of the API, for one vendor (default: its spec's first server)
`;

await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    parameter: { type: "string", multiple: true },
    "base-url": { type: "string" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return void say(HELP);
  const vendors = checkVendors(root, positionals);
  const baseUrl = values["base-url"];
  if (baseUrl !== undefined && vendors.length !== 1)
    throw new Problem("--base-url applies to one vendor: name the vendor.");
  const given = [...(process.env["DRIFT_PARAMETERS"] ?? "").split(/\s+/), ...(values.parameter ?? [])].filter(Boolean);
  const reports: DriftReport[] = [];
  for (const vendor of vendors) {
    say(dim(`${vendor}: calling the live API…\n`));
    const report = await drift({ root, vendor, parameters: parametersOf(given), baseUrl });
    reports.push(report);
    say(describe(report));
  }
  mkdirSync(join(root, "reports"), { recursive: true });
  writeAll(new Map([[join(root, "reports/drift.json"), `${JSON.stringify(reports, undefined, 2)}\n`]]));
  if (reports.some(({ findings }) => findings.some(isDrift))) process.exitCode = 1;
});

function describe({ vendor, skipped, called, findings }: DriftReport): string {
  if (skipped !== undefined) return `${vendor}: skipped: ${skipped}.\n`;
  const rows = findings.map(({ operation, kind, detail }) => [operation, kind, detail]);
  const verdict = findings.some(isDrift) ? "the live API and its document differ" : "no difference found";
  const summary = `${vendor}: ${called.length} operations called, ${verdict}.\n`;
  return rows.length ? `${summary}${table(["operation", "finding", "detail"], rows)}` : summary;
}

function parametersOf(pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new Problem(`--parameter takes NAME=VALUE, not ${JSON.stringify(pair)}.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
