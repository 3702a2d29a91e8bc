import { chmodSync } from "node:fs";
import { expect, test } from "vitest";
import { Project } from "../../test/project.ts";
import { runCommand } from "./run-command.ts";

test("a command's exit code and its environment", async () => {
  const stop = new AbortController().signal;
  const command = [process.execPath, "--eval", "process.exit(Number(process.env.CODE))"];
  expect(await runCommand(command, { CODE: "9" }, stop)).toBe(9);
});

test("a command that is to stop is asked to", async () => {
  const stop = AbortSignal.timeout(0);
  expect(await runCommand([process.execPath, "--eval", "setInterval(() => {}, 1)"], process.env, stop)).toBe("SIGTERM");
});

test("what can't be started is named", async () => {
  using project = new Project();
  const stop = new AbortController().signal;
  await expect(runCommand(["no-such-command"], process.env, stop)).rejects.toThrow(
    'There is no command "no-such-command".',
  );
  const file = project.write("text.txt", "");
  chmodSync(file, 0o600);
  await expect(runCommand([file], process.env, stop)).rejects.toThrow(`"${file}" can't be started: `);
});
