import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { root } from "../workspace/files.ts";

/** The tasks that `pnpm run check` hands to turbo. */
export function checkedTasks(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: { check: string } };
  const tasks = /turbo run ((?:[\w:-]+ )+)--/.exec(scripts.check)?.[1]?.trim().split(" ");
  if (tasks === undefined) throw new Problem('The script "check" in package.json runs no turbo tasks.');
  return tasks;
}
