import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { mustRun, temporaryFolder } from "../tarballs/run.ts";
import { root } from "../workspace/files.ts";
import { pnpmProgram } from "../workspace/programs.ts";

/** A copy of the repository as git would take it now, in a repository of its own, with its dependencies installed. */
export async function checkout(name: string): Promise<string> {
  const folder = temporaryFolder(name);
  const options = { cwd: folder, timeoutMs: 300_000 };
  const files = await mustRun("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  for (const file of files.split("\0")) {
    if (file && existsSync(join(root, file))) cpSync(join(root, file), join(folder, file));
  }
  await mustRun("git", ["init", "--quiet"], options);
  await mustRun("git", ["add", "."], options);
  await mustRun(pnpmProgram(), ["install", "--frozen-lockfile", "--prefer-offline"], options);
  return folder;
}
