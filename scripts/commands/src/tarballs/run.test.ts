import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { Problem } from "@x/openapi";
import { mustRun, run } from "./run.ts";

const cwd = tmpdir();
const node = (code: string): [string, string[]] => [process.execPath, ["--eval", code]];

test("gives output and exit code", async () => {
  const ran = await run(...node("console.log(1); console.error(2); process.exitCode = 3"), { cwd });
  expect(ran).toEqual({ code: 3, stdout: "1\n", stderr: "2\n" });
});

test("a program that must succeed is quoted with its output when it fails", async () => {
  const failed = mustRun(...node("console.log('so'); process.exit(4)"), { cwd });
  await expect(failed).rejects.toThrow(/exit code 4\nso/);
});

test("a program that is not there is named", async () => {
  await expect(run("/no/such/program", [], { cwd })).rejects.toThrow(Problem);
  await expect(run("/no/such/program", [], { cwd })).rejects.toThrow("/no/such/program could not be started");
});

test("a program that takes too long is ended", async () => {
  const endless = run(...node("setInterval(() => {}, 1000)"), { cwd, timeoutMs: 100 });
  await expect(endless).rejects.toThrow("timed out after 0.1 s");
});

test("a program's children end with it", async () => {
  const code = `const { spawn } = require("child_process");
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    console.log(child.pid); process.exit()`;
  const pid = Number(await mustRun(...node(code), { cwd }));
  expect(pid).toBeGreaterThan(0);
  await expect.poll(() => isRunning(pid), { timeout: 5_000 }).toBe(false);
});

test("what pnpm tells its scripts does not reach a program", async () => {
  process.env["npm_config_ignore_scripts"] = "true";
  const printed = await mustRun(...node("console.log(process.env.npm_config_ignore_scripts)"), { cwd });
  delete process.env["npm_config_ignore_scripts"];
  expect(printed).toBe("undefined\n");
});

/** Whether a process is there and not merely waiting to be collected. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return process.platform !== "linux";
  }
}
