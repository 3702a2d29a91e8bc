import { copyFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { run } from "../run.ts";
import { nodeOf } from "../tools.ts";
import type { InstalledPackage } from "../workspace.ts";
import { entryPoints } from "./entry-points.ts";

/**
 * Every entry point of the package loads, without a word on stderr, by `import` (mjs) or by `require` (cjs), and exports
 * what it says. Its CommonJS form, which Node does not take where it can have the other, exports the same.
 */
export async function checkLoad(
  { name, manifest, folder }: InstalledPackage,
  { version, project, kind }: { version: string; project: string; kind: "mjs" | "cjs" },
): Promise<undefined> {
  const node = await nodeOf(version);
  const file = `load.${kind}`;
  copyFileSync(join(import.meta.dirname, "../consumer", file), join(project, file));
  for (const entry of entryPoints(manifest)) {
    const specifier = name + entry.name.slice(1);
    const wanted = exportedNames(Object.keys((await import(join(folder, entry.esm))) as object));
    for (const each of kind === "cjs" ? [specifier, join(folder, entry.commonJs)] : [specifier]) {
      const { code, stdout, stderr } = await run(node, [file, each], { cwd: project, timeoutMs: 20_000 });
      if (code !== 0 || stderr) throw new Problem(`${each}: exit code ${code}\n${stderr}`);
      const given = exportedNames((JSON.parse(stdout) as Record<string, string[]>)[each] ?? []);
      if (isDeepStrictEqual(given, wanted)) continue;
      throw new Problem(`${each} exports ${given.join(", ")}, not ${wanted.join(", ")}`);
    }
  }
}

/** A module in CommonJS may carry marks of its own beside its exports. */
function exportedNames(keys: readonly string[]): string[] {
  return keys.filter((key) => key !== "__esModule" && key !== "module.exports").toSorted();
}
