import { join } from "node:path";
import { runMutations, type MutantResult } from "@x/contract";
import { parseArguments } from "./terminal/arguments.ts";
import { root, writeAll } from "./workspace/files.ts";
import { Problem } from "@x/openapi";
import { runCommand } from "./terminal/run-command.ts";
import { checkVendors } from "@x/generator";
import { loadVendor } from "./contract-mutate/load-vendor.ts";
import { typeFaults } from "./contract-mutate/type-layer.ts";
import { isCaught, verdictOn } from "./contract-mutate/verdict.ts";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm contract:mutate [vendor …]

Changes each spec in ways that break clients, serves each mutant, and runs the contract tests that are pinned to the
original. Fails when they miss more than one in sixteen. Writes reports/contract-mutate.json.
`;

await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), { help: { type: "boolean", short: "h" } });
  if (values.help) {
    say(HELP);
    return;
  }
  const vendors: object[] = [];
  const failures: string[] = [];
  for (const name of checkVendors(root, positionals)) {
    const { document, vendor } = await loadVendor(name);
    say(`\n${name}, OpenAPI ${String(document["openapi"])}\n`);
    const results = await runMutations(vendor, document);
    const compiled = await typeFaults(
      name,
      results.map((result) => result.document),
    );
    for (const [index, message] of compiled) Object.assign(results[index]?.caughtBy ?? {}, { types: message });
    for (const result of results) say(`${line(result)}\n`);
    const { caught, breaking, byLayer, failures: found } = verdictOn(name, results);
    const layers = Object.entries(byLayer).map(([layer, count]) => `${layer} ${count}`);
    say(`  ${caught} of ${breaking} breaking mutants caught (${layers.join(", ")})\n`);
    const mutants = results.map(withoutDocument);
    vendors.push({ vendor: name, openapi: document["openapi"], caught, breaking, byLayer, mutants });
    failures.push(...found);
  }
  const report = join(root, "reports/contract-mutate.json");
  writeAll(new Map([[report, `${JSON.stringify({ vendors }, undefined, 2)}\n`]]));
  if (failures.length) throw new Problem(`The contract tests failed on these mutants:\n${failures.join("\n")}`);
});

/** What goes into the report. */
function withoutDocument({ name, direction, what, caughtBy }: MutantResult): Omit<MutantResult, "document"> {
  return { name, direction, what, caughtBy };
}

function line({ name, direction, what, caughtBy }: MutantResult): string {
  const layers = Object.keys(caughtBy);
  const good = (direction === "harmless") !== isCaught({ name, direction, caughtBy });
  const found = layers.length ? layers.join(", ") : direction === "harmless" ? "(passes)" : "MISSED";
  return `  ${good ? "✓" : "✗"} ${direction.padEnd(8)}  ${name.padEnd(34)}  ${what.padEnd(38)}  ${found}`;
}
