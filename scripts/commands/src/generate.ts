import { spawnSync } from "node:child_process";
import { checkPackage, generatePackage, checkVendors, staleFiles } from "@x/generator";
import { parseArguments } from "./terminal/arguments.ts";
import { readIfThere, Problem } from "@x/openapi";
import { root, writeAll } from "./workspace/files.ts";
import { runCommand } from "./terminal/run-command.ts";
import { say } from "./terminal/say.ts";

const HELP = `Usage: pnpm generate [VENDOR…] [--check] [--force]

Writes packages/<vendor>/src/generated, API.md and the generated part of README.md from specs/<vendor>.yaml, for all
vendors or the named ones.

  --check    write nothing; exit 1 when the committed files are not what the specs give: one differs, is
             missing, is one too many, or can be run
  --force    generate even where turbo knows the result
`;

/** `pnpm generate`: through turbo where it writes, straight where it checks, so that no cache can heal a drift. */
async function generate(): Promise<void> {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    check: { type: "boolean" },
    force: { type: "boolean" },
    // What turbo calls in each package.
    direct: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (values.help) return void say(HELP);
  const vendors = checkVendors(root, positionals);
  if (values.check) return check(vendors);
  if (values.direct) return writeDirectly(vendors);
  const filters = vendors.map((vendor) => `--filter=./packages/${vendor}`);
  for (const vendor of vendors) checkPackage(root, vendor);
  const { status, error } = spawnSync("turbo", ["run", "generate", ...filters, ...(values.force ? ["--force"] : [])], {
    cwd: root,
    stdio: "inherit",
  });
  if (error)
    throw new Problem(`turbo could not be started (${error.message}). Run "pnpm install", then "pnpm generate".`);
  if (status !== 0) return void (process.exitCode = 1);
  // The README is in no task's inputs: an edit of it must not build anything.
  const docs = await writeChanged(vendors, "docs");
  if (docs) say(`API.md and README.md: ${docs} written.\n`);
}

async function writeDirectly(vendors: readonly string[]): Promise<void> {
  const files = await writeChanged(vendors, "files");
  const names = vendors.join(", ");
  say(files ? `Generated ${names}: ${files} files written.\n` : `Generated ${names}: nothing new.\n`);
}

/** Writes what differs of the vendors' sources, or of their pages. Returns how many files. */
async function writeChanged(vendors: readonly string[], part: "files" | "docs"): Promise<number> {
  const files = new Map<string, string>();
  for (const vendor of vendors)
    for (const [path, text] of (await generatePackage(root, vendor))[part]) files.set(path, text);
  // A file that is right already keeps its time of change, on which caches go.
  for (const [path, text] of files) if (readIfThere(path) === text) files.delete(path);
  writeAll(files);
  return files.size;
}

async function check(vendors: readonly string[]): Promise<void> {
  const drifted: string[] = [];
  for (const vendor of vendors) drifted.push(...(await staleFiles(root, vendor)));
  if (drifted.length) {
    throw new Problem(
      `Generated files are out of date:\n  ${drifted.join("\n  ")}\nRun \`pnpm generate\` and commit the result.`,
    );
  }
  say(`✓ generated files are up to date: ${vendors.join(", ")}\n`);
}

await runCommand(generate);
