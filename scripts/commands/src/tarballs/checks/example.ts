import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../workspace/files.ts";
import { mustRun } from "../run.ts";
import { NPM_INSTALL } from "../workspace.ts";

interface ExampleManifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides?: Record<string, string>;
}

/** Runs the recipe for users' own contract tests as a user would: a project of its own, npm install, npm test. */
export async function checkExample(folder: string, tarballs: ReadonlyMap<string, string>): Promise<string> {
  cpSync(join(root, "packages/mock/examples/vitest"), folder, { recursive: true });
  const path = join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as ExampleManifest;
  // The packed tarballs in place of what the registry has.
  manifest.overrides = {};
  for (const [name, tarball] of tarballs) {
    const { dependencies, devDependencies, overrides } = manifest;
    const owner = [dependencies, devDependencies].find((each) => each[name]) ?? overrides;
    owner[name] = `file:${tarball}`;
  }
  writeFileSync(path, JSON.stringify(manifest));
  await mustRun("npm", NPM_INSTALL, { cwd: folder, timeoutMs: 180_000 });
  const output = await mustRun("npm", ["test"], { cwd: folder, timeoutMs: 120_000 });
  return /Tests +(\d+ passed)/.exec(output)?.[1] ?? "";
}
