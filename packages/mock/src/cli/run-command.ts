import type { ChildProcess } from "node:child_process";
import { isatty } from "node:tty";
import spawn from "cross-spawn";
import { MockError } from "../mock-error.ts";

/** How a command ended: its exit code, or the signal that ended it. */
export type Ending = number | NodeJS.Signals;

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command to its end, on this process's terminal. Signals that this process gets meanwhile go on to the command.
 *
 * @param stop - asks the command to end
 * @throws {MockError} when it can't be started
 */
export async function runCommand(
  [name = "", ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  stop: AbortSignal,
): Promise<Ending> {
  // On Windows `npm` is `npm.cmd`, which needs a shell and its quoting.
  const child = spawn(name, args, { stdio: "inherit", env });
  const pass = (signal: NodeJS.Signals): void => {
    // A terminal gives Ctrl-C, and its own end, to the command as well: twice would be once too much.
    if (signal === "SIGTERM" || ![0, 1, 2].some((stream) => isatty(stream))) child.kill(signal);
  };
  const end = (): boolean => child.kill();
  for (const signal of SIGNALS) process.on(signal, pass);
  stop.addEventListener("abort", end);
  try {
    return await endOf(child, name);
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass);
    stop.removeEventListener("abort", end);
  }
}

function endOf(child: ChildProcess, name: string): Promise<Ending> {
  return new Promise((resolve, reject) => {
    child.once("exit", (code, signal) => resolve(code ?? signal ?? 1));
    child.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      const why = code === "ENOENT" ? `There is no command "${name}".` : `"${name}" can't be started: ${message}`;
      reject(new MockError(why));
    });
  });
}
