import { cpSync } from "node:fs";
import { join } from "node:path";
import { parseArguments, refuseArguments } from "./terminal/arguments.ts";
import { Problem } from "@x/openapi";
import { runCommand } from "./terminal/run-command.ts";
import { startMocks } from "./tarballs/checks/mock.ts";
import { Report } from "./tarballs/report.ts";
import { temporaryFolder } from "./tarballs/run.ts";
import { chromium } from "./tarballs/runtimes/chromium.ts";
import { hostileColumns, runHostileSuites } from "./tarballs/runtimes/hostile.ts";
import { listen } from "./tarballs/runtimes/listen.ts";
import type { Outcome, Runtime, Settings } from "./tarballs/runtimes/runtime.ts";
import { createSlowServer } from "./tarballs/runtimes/slow-server.ts";
import { terminalRuntimes } from "./tarballs/runtimes/terminal.ts";
import { workerd } from "./tarballs/runtimes/workerd.ts";
import { buildAll, installAll, packAll } from "./tarballs/workspace.ts";

/** What the scenario tries everywhere. */
const CHECKS = ["typed response", "typed 404", "time-out", "abort", "attendances", "refusals"];
const BROWSER_CHECK = "browser guard";

const HELP = `Usage: pnpm test:runtimes [--hostile]

Builds and packs the packages, installs them by npm and runs one scenario on every runtime. It takes minutes.

  --hostile  the client's hostile suite instead, on each Node over fetch, undici 7 and undici 8
`;

/** `pnpm test:runtimes`: the packed tarballs, installed by npm, pass the same scenario on every runtime. */
await runCommand(async () => {
  const { values, positionals } = parseArguments(process.argv.slice(2), {
    hostile: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  refuseArguments(positionals);
  if (values.help === true) return void process.stdout.write(HELP);
  const report = new Report();
  if (values.hostile === true) {
    const nodes = await runHostileSuites(report);
    const grid = report.grid(hostileColumns, nodes, "check");
    return report.close("hostile-runtimes", [{ title: "The hostile suite, on every Node", text: grid }]);
  }
  const folder = temporaryFolder("x-runtimes");
  const project = join(folder, "project");
  await buildAll();
  const packages = await installAll(await packAll(folder), project);
  cpSync(join(import.meta.dirname, "tarballs/consumer"), project, { recursive: true });
  await using mocks = await startMocks(project, packages);
  await using slow = await listen(createSlowServer());
  const settings: Settings = {
    telnyxVideoUrl: mocks.urls.get("telnyx-video") as string,
    pagecallUrl: mocks.urls.get("pagecall") as string,
    slowUrl: slow.url,
  };
  const rows: string[] = [];
  for (const runtime of [...terminalRuntimes, workerd, chromium]) {
    rows.push(await tryRuntime(report, runtime, project, settings));
  }
  const title = "The packed tarballs, on every runtime";
  report.close("runtimes", [{ title, text: report.grid([...CHECKS, BROWSER_CHECK], rows, "check") }]);
});

/** Runs the scenario on one runtime. Returns the name of its row: the runtime and its version. */
async function tryRuntime(report: Report, runtime: Runtime, project: string, settings: Settings): Promise<string> {
  const checks = runtime === chromium ? [...CHECKS, BROWSER_CHECK] : CHECKS;
  let row = runtime.name;
  let outcomes: readonly Outcome[] = [];
  let failure: unknown;
  try {
    row += ` ${await runtime.version()}`;
    outcomes = await runtime.run(project, settings);
  } catch (thrown) {
    failure = thrown;
  }
  for (const check of checks) {
    await report.check(check, row, () => {
      if (failure) throw failure;
      const outcome = outcomes.find((one) => one.check === check);
      if (!outcome) throw new Problem("the scenario ended before this check");
      if (outcome.fault) throw new Problem(outcome.fault);
      return undefined;
    });
  }
  return row;
}
