import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { startCacheServer } from "./remote-cache/cache-server.ts";
import { cloneOf, runTasks, type TaskRun } from "./remote-cache/clone.ts";
import { Report } from "./tarballs/report.ts";
import { temporaryFolder } from "./tarballs/run.ts";
import { isHelp } from "./terminal/arguments.ts";
import { checkedTasks } from "./tasks/checked-tasks.ts";
import { runCommand } from "./terminal/run-command.ts";

const HELP = `Usage: pnpm test:remote-cache

Runs the checks in clones of HEAD that share a cache by a server on loopback. It takes minutes.
`;
const SUBJECT = "turborepo-remote-cache";

/** `pnpm test:remote-cache`: what one clone has run, another one is served, by environment variables alone. */
await runCommand(async () => {
  if (isHelp(HELP)) return;
  const report = new Report();
  const folder = temporaryFolder("x-remote-cache");
  const token = randomUUID();
  const first = await cloneOf(join(folder, "first"));
  const second = await cloneOf(join(folder, "second"));
  const checks: Record<string, (url: string) => Promise<string>> = {
    "a first clone fills it": async (url) => {
      const { tasks, output } = await runTasks(first, checkedTasks(), { ...sharing(url), TURBO_TOKEN: token });
      expectAll(
        tasks,
        ({ source, exitCode }) => source === undefined && exitCode === 0,
        "was not run, or failed",
        output,
      );
      return `${tasks.length} tasks`;
    },
    "a second one is served": async (url) => {
      const { tasks, output } = await runTasks(second, checkedTasks(), { ...sharing(url), TURBO_TOKEN: token });
      expectAll(tasks, ({ source }) => source === "REMOTE", "was not served", output);
      return `${tasks.length} tasks`;
    },
    "no failure is hidden": async (url) => {
      writeFileSync(join(second, "scripts/openapi/src/failing.test.ts"), 'throw new Error("fails on purpose");\n');
      for (const time of ["first", "second"]) {
        const { tasks, output } = await runTasks(second, ["test"], { ...sharing(url), TURBO_TOKEN: token });
        const broken = tasks.find(({ task }) => task === "@x/openapi#test");
        if (broken?.source !== undefined || broken?.exitCode === 0)
          throw new Problem(`A failing test went unseen the ${time} time:\n${output}`);
      }
      return "";
    },
    "a wrong token is served nothing": async (url) => {
      const third = await cloneOf(join(folder, "third"));
      const { tasks, output } = await runTasks(third, ["build"], { ...sharing(url), TURBO_TOKEN: "wrong" });
      expectAll(
        tasks,
        ({ source, exitCode }) => source === undefined && exitCode === 0,
        "was not run, or failed",
        output,
      );
      return "";
    },
  };
  await report.check("the server starts", SUBJECT, async () => {
    await using server = await startCacheServer(join(folder, "artifacts"), token);
    for (const [name, check] of Object.entries(checks)) await report.check(name, SUBJECT, () => check(server.url));
    return "";
  });
  const title = "One cache for many clones";
  report.close("remote-cache", [
    { title, text: report.grid(["the server starts", ...Object.keys(checks)], [SUBJECT]) },
  ]);
});

/** All that CONTRIBUTING asks a team to set, but for the token. */
function sharing(url: string): Record<string, string> {
  return { TURBO_API: url, TURBO_TEAM: "my-team" };
}

function expectAll(tasks: readonly TaskRun[], holds: (task: TaskRun) => boolean, what: string, output: string): void {
  const wrong = tasks.filter((task) => !holds(task)).map(({ task }) => `${task} ${what}.`);
  if (wrong.length || tasks.length === 0) throw new Problem(`${wrong.join("\n") || "No task was run."}\n${output}`);
}
