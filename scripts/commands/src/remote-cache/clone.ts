import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { mustRun, run } from "../tarballs/run.ts";
import { pnpmProgram } from "../workspace/programs.ts";
import { root } from "../workspace/files.ts";

/** What turbo says of a task when its run is over. */
export interface TaskRun {
  readonly task: string;
  /** Where its result came from; undefined when it was run. */
  readonly source: "LOCAL" | "REMOTE" | undefined;
  readonly exitCode: number | undefined;
}

interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly command: string;
    readonly cache: { readonly status: string; readonly source?: "LOCAL" | "REMOTE" };
    readonly execution?: { readonly exitCode: number };
  }[];
}

/** A fresh clone of HEAD with its dependencies installed, and no cache of its own yet. */
export async function cloneOf(folder: string): Promise<string> {
  await mustRun("git", ["clone", "--quiet", root, folder], { cwd: root });
  await mustRun(pnpmProgram(), ["install", "--frozen-lockfile", "--prefer-offline"], {
    cwd: folder,
    timeoutMs: 300_000,
  });
  return folder;
}

/** Runs turbo tasks in a clone. Returns what came of those that run a command. */
export async function runTasks(
  clone: string,
  names: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly tasks: readonly TaskRun[]; readonly output: string }> {
  const runs = join(clone, ".turbo/runs");
  rmSync(runs, { recursive: true, force: true });
  const flags = ["--continue", "--concurrency=2", "--output-logs=errors-only", "--summarize"];
  // Whatever this machine is set up with is none of the trial.
  const ours = Object.keys(process.env).filter((name) => name.startsWith("TURBO_"));
  const env = { ...Object.fromEntries(ours.map((name) => [name, undefined])), TURBO_TELEMETRY_DISABLED: "1" };
  const { stdout, stderr } = await run(join(clone, "node_modules/.bin/turbo"), ["run", ...names, ...flags], {
    cwd: clone,
    env: { ...env, ...variables },
    timeoutMs: 1_800_000,
  });
  const output = stdout + stderr;
  const summary = readdirSync(runs).find((name) => name.endsWith(".json"));
  if (summary === undefined) throw new Problem(`turbo did not do its work:\n${output}`);
  const { tasks } = JSON.parse(readFileSync(join(runs, summary), "utf8")) as Summary;
  return {
    output,
    tasks: tasks
      .filter(({ command }) => command !== "<NONEXISTENT>")
      .map(({ taskId, cache, execution }) => ({
        task: taskId,
        source: cache.status === "HIT" ? cache.source : undefined,
        exitCode: execution?.exitCode,
      })),
  };
}
