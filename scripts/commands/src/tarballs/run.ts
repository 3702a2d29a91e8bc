import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { messageOf, Problem } from "@x/openapi";
import { pathFolders } from "../workspace/programs.ts";

export interface RunOptions {
  /** Working folder. */
  cwd: string;
  /** Over the clean environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Milliseconds before the program and all its children are killed. Default: 120_000. */
  timeoutMs?: number;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What must not outlive this process, each with the way to end it. */
const leftovers = new Set<() => void>();
let watching = false;

/** Has `end` called when this process ends in any way short of SIGKILL. Returns the way to do it now. */
export function endLater(end: () => void): () => void {
  if (!watching) {
    watching = true;
    process.on("exit", () => {
      for (const each of leftovers) each();
    });
    for (const [signal, code] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const]) {
      process.once(signal, () => process.exit(code));
    }
  }
  const endOnce = (): void => {
    if (leftovers.delete(endOnce)) end();
  };
  leftovers.add(endOnce);
  return endOnce;
}

/** A new folder outside the workspace, gone when this process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  endLater(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

export interface Started {
  readonly child: ChildProcess;
  /** Kills the whole group. */
  readonly end: () => void;
}

/** Starts a program in a process group of its own, which ends with this process. */
export function start(command: string, args: readonly string[], options: RunOptions, stdio: "pipe"[] = []): Started {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...cleanEnvironment(), ...options.env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", ...stdio],
  });
  const end = endLater(() => endGroup(child));
  return { child, end };
}

/**
 * Runs a program to its end.
 *
 * @throws {Problem} when it is not there or takes too long. Its exit code is the caller's to judge.
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ran> {
  const { timeoutMs = 120_000 } = options;
  const words = [command, ...args].join(" ");
  return new Promise((resolve, reject) => {
    const { child, end } = start(command, args, options);
    const text = { stdout: "", stderr: "" };
    child.stdout?.setEncoding("utf8").on("data", (chunk: string) => (text.stdout += chunk));
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (text.stderr += chunk));
    const timer = setTimeout(() => {
      end();
      reject(new Problem(`${words}\ntimed out after ${timeoutMs / 1000} s.\n${text.stdout}${text.stderr}`));
    }, timeoutMs);
    child.once("error", (error) => {
      clearTimeout(timer);
      end();
      reject(new Problem(`${command} could not be started: ${messageOf(error)}`));
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      end();
      resolve({ code, ...text });
    });
  });
}

/** Asks a program to end, which then ends its own children in order, and ends it if it does not within 5 s. */
export async function stop({ child, end }: Started): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const closed = once(child, "close", { signal: AbortSignal.timeout(5_000) });
    child.kill();
    await closed.catch(() => {});
  }
  end();
}

/** Runs a program that must succeed. @throws {Problem} with its output when it does not */
export async function mustRun(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code === 0) return stdout;
  throw new Problem(`${[command, ...args].join(" ")}\nexit code ${code}\n${(stdout + stderr).trim()}`);
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended.
  }
}

/** This environment without what pnpm and npm tell their scripts, which would steer an npm that is started here. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    npm_config_update_notifier: "false",
    npm_config_loglevel: "error",
    NO_COLOR: "1",
  };
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^(npm_(?!config_registry$|config_cache$)|pnpm_|NODE_OPTIONS$|FORCE_COLOR$|VITEST)/i.test(name))
      env[name] = value;
  }
  // The Node that runs this, and none of the workspace's tools.
  const folders = pathFolders().filter((folder) => !/node_modules[\\/]\.bin$/.test(folder));
  env["PATH"] = [dirname(process.execPath), ...folders].join(delimiter);
  return env;
}
