import { mustRun } from "../run.ts";
import { tool } from "../tools.ts";
import type { InstalledPackage } from "../workspace.ts";

/** publint: what package.json says of its files is true for every runtime and bundler. */
export async function checkPublint({ tarball, folder }: InstalledPackage): Promise<undefined> {
  await mustRun(await tool("publint"), ["run", tarball, "--strict"], { cwd: folder });
  return undefined;
}

/**
 * attw: the types say of the package what Node and bundlers find in it. One without an entry for CommonJS is ESM only: there it
 * is loaded by require(esm).
 */
export async function checkTypesResolve({ tarball, folder, manifest }: InstalledPackage): Promise<undefined> {
  const hasCommonJs = "require" in Object(manifest.exports?.["."]);
  const options = [
    "--profile",
    hasCommonJs ? "node16" : "esm-only",
    "--no-emoji",
    "--no-color",
    "--no-definitely-typed",
  ];
  // A specification is a file to read, not a module.
  const data = Object.keys(manifest.exports ?? {}).filter((entry) => entry.endsWith(".yaml"));
  if (data.length) options.push("--exclude-entrypoints", ...data);
  await mustRun(await tool("attw"), [tarball, ...options], { cwd: folder });
  return undefined;
}
