import { existsSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { Problem } from "@x/openapi";

/** The pnpm that runs this, which need not be on the PATH, else the one that is there. @throws {Problem} where there is none */
export function pnpmProgram(): string {
  const running = process.env["npm_execpath"];
  const found = running && basename(running).includes("pnpm") ? running : findProgram("pnpm");
  if (!found)
    throw new Problem("pnpm was not found: put it on the PATH, or run this as a script of package.json by `pnpm run`.");
  return found;
}

/** Where a program stands on this process's PATH; undefined where it is not. */
export function findProgram(...names: string[]): string | undefined {
  return names.flatMap((name) => pathFolders().map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The folders of this process's PATH, in order. */
export function pathFolders(): string[] {
  return (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
}
