import { mustRun } from "../run.ts";
import { NODE_VERSIONS, nodeOf, tool } from "../tools.ts";
import { SCENARIO_TIMEOUT_MS, versionIn, type Outcome, type Runtime } from "./runtime.ts";

/** Deno asks for leave: the scenario needs the network of this machine, and nothing else. */
const DENO = ["run", "--no-prompt", "--no-lock", "--node-modules-dir=manual", "--allow-net=127.0.0.1"];

/** The runtimes that run a file from a terminal: each Node, Bun and Deno. */
export const terminalRuntimes: readonly Runtime[] = [
  ...NODE_VERSIONS.map((version) => terminalRuntime("Node", () => nodeOf(version), [])),
  terminalRuntime("Bun", () => tool("bun"), []),
  terminalRuntime("Deno", () => tool("deno"), DENO),
];

function terminalRuntime(name: string, find: () => Promise<string>, args: readonly string[]): Runtime {
  return {
    name,
    async version() {
      return versionIn(await mustRun(await find(), ["--version"], { cwd: "/" }));
    },
    async run(cwd, settings) {
      const printed = await mustRun(await find(), [...args, "terminal.mjs", JSON.stringify(settings)], {
        cwd,
        // Bun and Deno keep caches there.
        env: { HOME: cwd, XDG_CACHE_HOME: undefined, DENO_NO_UPDATE_CHECK: "1" },
        timeoutMs: SCENARIO_TIMEOUT_MS,
      });
      return JSON.parse(printed) as Outcome[];
    },
  };
}
