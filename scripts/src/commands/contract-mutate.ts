import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ContractError, knownFaultsOf, readSpec, type ContractVendor } from "@x/contract";
import { runMutations, type MutantResult } from "@x/contract/mutations";
import { parseArguments } from "../lib/arguments.ts";
import { root, writeAll } from "../lib/files.ts";
import { Problem, runCommand } from "../lib/problem.ts";
import { checkVendors } from "../lib/vendors.ts";

/** Of sixteen mutants, the contract tests may miss one. */
const LEAST_SHARE = 15 / 16;
const LEAST_MUTANTS = 16;

const HELP = `Usage: pnpm contract:mutate [vendor …]

Changes each spec in ways that break clients, serves each mutant, and runs the contract tests that are pinned to the
original. Fails when they miss more than one in sixteen. Writes reports/contract-mutate.json.
`;

await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), { help: { type: "boolean", short: "h" } });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const vendors: object[] = [];
  const failures: string[] = [];
  for (const name of checkVendors(root, positionals)) {
    const { document, vendor } = await load(name);
    process.stdout.write(`\n${name}, OpenAPI ${String(document["openapi"])}\n`);
    const results = await runMutations(vendor, document, (result) => process.stdout.write(`${line(result)}\n`));
    const { harmless = [], breaking = [] } = Object.groupBy(results, ({ direction }) =>
      direction === "harmless" ? "harmless" : "breaking",
    );
    const caught = breaking.filter(isCaught).length;
    process.stdout.write(`  ${caught} of ${breaking.length} breaking mutants caught\n`);
    vendors.push({ vendor: name, openapi: document["openapi"], caught, breaking: breaking.length, mutants: results });
    for (const result of harmless.filter(isCaught)) failures.push(`${name}: "${result.name}" is harmless, but fails.`);
    if (breaking.length < LEAST_MUTANTS) failures.push(`${name}: only ${breaking.length} mutants could be made.`);
    if (caught < LEAST_SHARE * breaking.length) failures.push(`${name}: ${caught} of ${breaking.length} is too few.`);
  }
  const report = join(root, "reports/contract-mutate.json");
  writeAll(new Map([[report, `${JSON.stringify({ vendors }, undefined, 2)}\n`]]));
  if (failures.length) throw new Problem(`The contract tests do not hold what they promise:\n${failures.join("\n")}`);
});

function isCaught({ caughtBy }: MutantResult): boolean {
  return Object.keys(caughtBy).length > 0;
}

function line({ name, direction, what, caughtBy }: MutantResult): string {
  const layers = Object.keys(caughtBy);
  const good = direction === "harmless" ? !layers.length : layers.length > 0;
  const found = layers.length ? layers.join(", ") : direction === "harmless" ? "(passes)" : "MISSED";
  return `  ${good ? "✓" : "✗"} ${direction.padEnd(8)}  ${name.padEnd(34)}  ${what.padEnd(38)}  ${found}`;
}

/** The spec that a package was built from, and what the package exports. */
async function load(name: string): Promise<{ document: ReturnType<typeof readSpec>; vendor: ContractVendor }> {
  const folder = join(root, "packages", name);
  const built = join(folder, "dist/index.js");
  if (!existsSync(built)) throw new Problem(`packages/${name} is not built. Run "pnpm build" first.`);
  const { api } = (await import(pathToFileURL(join(folder, "src/generated/operations.ts")).href)) as ContractVendor;
  const exported = (await import(pathToFileURL(built).href)) as Record<string, ContractVendor["create"]>;
  const factory = Object.keys(exported).find((key) => key.startsWith("create"));
  if (factory === undefined) throw new Problem(`packages/${name} exports no function that creates a client.`);
  try {
    const document = readSpec(join(folder, "dist/openapi.yaml"));
    const create = exported[factory] as ContractVendor["create"];
    return { document, vendor: { name, api, create, knownFaults: knownFaultsOf(name) } };
  } catch (thrown) {
    throw thrown instanceof ContractError ? new Problem(thrown.message) : thrown;
  }
}
