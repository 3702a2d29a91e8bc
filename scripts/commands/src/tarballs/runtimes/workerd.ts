import type { Readable } from "node:stream";
import { Problem } from "@x/openapi";
import { mustRun, start, stop } from "../run.ts";
import { tool } from "../tools.ts";
import { bundle } from "./bundle.ts";
import { SCENARIO_TIMEOUT_MS, versionIn, type Outcome, type Runtime } from "./runtime.ts";

/** Cloudflare's runtime, without its Node compatibility. */
export const workerd: Runtime = {
  name: "workerd",
  async version() {
    return versionIn(await mustRun(await tool("workerd"), ["--version"], { cwd: "/" }));
  },
  async run(cwd, settings) {
    await bundle(cwd, "worker.mjs", "worker.js");
    const options = { cwd };
    const started = start(await tool("workerd"), ["serve", "workerd.capnp", "--control-fd=3"], options, ["pipe"]);
    const { child } = started;
    try {
      const errors: string[] = [];
      child.stderr?.setEncoding("utf8").on("data", (text: string) => errors.push(text));
      const port = await Promise.race([
        portFrom(child.stdio[3] as Readable),
        new Promise<undefined>((resolve) => child.once("close", () => resolve(undefined))),
      ]);
      if (!port) throw new Problem(`workerd did not start:\n${errors.join("")}`);
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: "POST",
        body: JSON.stringify(settings),
        signal: AbortSignal.timeout(SCENARIO_TIMEOUT_MS),
      });
      if (!response.ok) throw new Problem(`workerd responded ${response.status}:\n${errors.join("")}`);
      return (await response.json()) as Outcome[];
    } finally {
      await stop(started);
    }
  },
};

/** workerd tells the port that it was given: `{"event":"listen","socket":"http","port":1234}`. */
async function portFrom(control: Readable): Promise<number | undefined> {
  let text = "";
  for await (const chunk of control.setEncoding("utf8")) {
    text += String(chunk);
    const port = /"event":"listen".*?"port":(\d+)/.exec(text)?.[1];
    if (port) return Number(port);
  }
  return undefined;
}
