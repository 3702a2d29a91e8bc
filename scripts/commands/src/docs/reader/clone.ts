import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun, run, temporaryFolder } from "../../tarballs/run.ts";
import { root } from "../../workspace/files.ts";
import type { Page } from "../pages.ts";
import { missingLines } from "./printed.ts";

/** A clone of the repository with its dependencies, and what runs commands in it as a page's reader would. */
export async function newClone(): Promise<(commands: string) => ReturnType<typeof run>> {
  const clone = join(temporaryFolder("x-clone"), "checkout");
  await mustRun("git", ["clone", "--quiet", root, clone], { cwd: root });
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { packageManager: string };
  const script = `exec npx --yes -p ${packageManager} -c "$0"`;
  const env = { CI: "true", TURBO_TELEMETRY_DISABLED: "1" };
  const inClone = (commands: string): ReturnType<typeof run> =>
    run("bash", ["-ec", script, commands], { cwd: clone, env, timeoutMs: 600_000 });
  await inClone("pnpm install --frozen-lockfile");
  return inClone;
}

/** Runs the commands that are for a clone of the repository, in one, and compares what they print with the page. */
export async function runInClone(page: Page): Promise<string[]> {
  const inPage = await newClone();
  const faults: string[] = [];
  for (const [index, block] of page.blocks.entries()) {
    if (block.marks["in a clone"] === undefined) continue;
    const { code, stdout, stderr } = await inPage(block.text);
    const where = `${page.path}:${block.line}`;
    if (code !== 0) faults.push(`${where}: exit code ${code}\n${stdout}${stderr}`);
    const lacking = missingLines(page.blocks[index + 1], stdout);
    if (lacking.length) faults.push(`${where} did not print\n${lacking.join("\n")}\nbut\n${stdout}`);
  }
  return faults;
}
