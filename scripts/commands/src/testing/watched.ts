import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportStep } from "../supervision/inside.ts";
import { runCommand } from "../terminal/run-command.ts";
import { say } from "../terminal/say.ts";

const [what = "", ...rest] = process.argv.slice(2);

// A command that does what no command should.
await runCommand(async () => {
  reportStep(`acme: ${what}`);
  // Outlives whoever does not end it.
  const idle = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const temporary = mkdtempSync(join(tmpdir(), "made-"));
  say(`${JSON.stringify({ pids: [process.pid, idle.pid], temporary, heap: process.env["NODE_OPTIONS"] })}\n`);
  if (what === "hang") for (;;);
  if (what === "pattern") /^(a+)+$/.test(`${"a".repeat(40)}b`);
  if (what === "grow") for (const all: unknown[] = []; ;) all.push(Array.from({ length: 10_000 }, () => ({})));
  if (what === "steps") {
    for (const step of rest) {
      reportStep(step);
      await new Promise((resolve) => setTimeout(resolve, 600));
    }
  }
  process.exitCode = 7;
  process.exit();
}, true);
