import { copyFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { run } from "../run.ts";
import { nodeOf } from "../tools.ts";
import type { InstalledPackage } from "../workspace.ts";

/** The package loads, without a word on stderr, by `import` (mjs) or by `require` (cjs), and exports what it says. */
export async function checkLoad(
  { name, manifest, folder }: InstalledPackage,
  { version, project, kind }: { version: string; project: string; kind: "mjs" | "cjs" },
): Promise<string | undefined> {
  const node = await nodeOf(version);
  const file = `load.${kind}`;
  copyFileSync(join(import.meta.dirname, "../consumer", file), join(project, file));
  const { code, stdout, stderr } = await run(node, [file, name], { cwd: project, timeoutMs: 20_000 });
  if (code !== 0 || stderr) throw new Problem(`exit code ${code}\n${stderr}`);
  const exported = (JSON.parse(stdout) as Record<string, string[]>)[name] ?? [];
  const wanted = await importHere(folder, manifest.exports);
  // A module that is required may carry a mark of its own beside its exports.
  const given = exported.filter((each) => each !== "__esModule" && each !== "module.exports").toSorted();
  if (!isDeepStrictEqual(given, wanted)) throw new Problem(`it exports ${given.join(", ")}, not ${wanted.join(", ")}`);
  return undefined;
}

/** What the package exports, as the Node that runs this sees it. */
async function importHere(folder: string, exports: InstalledPackage["manifest"]["exports"]): Promise<string[]> {
  const entry = exports?.["."] as { default?: string; import?: { default?: string } } | undefined;
  const main = entry?.import ?? entry;
  if (!main?.default) throw new Problem(`"exports" has no "." with a "default"`);
  return Object.keys((await import(join(folder, main.default))) as object).toSorted();
}
