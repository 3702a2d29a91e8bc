import { mustRun } from "../run.ts";
import { tool } from "../tools.ts";

/** Bundles one of the consumer's files, with the packages it imports, as their users do. */
export async function bundle(project: string, entry: string, outfile: string): Promise<void> {
  const options = ["--bundle", "--format=esm", "--minify", "--log-level=warning", `--outfile=${outfile}`];
  await mustRun(await tool("esbuild"), [entry, ...options], { cwd: project });
}
