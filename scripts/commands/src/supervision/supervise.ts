import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Problem } from "@x/openapi";
import { clearUp } from "../transaction/transaction.ts";
import { WATCHED_BY, type Report } from "./inside.ts";
import { largestDocument, limitsFor, type Limits } from "./limits.ts";
import { scratchName, sweepScratch } from "./scratch.ts";

/** How the process at work ended, and what it was at. */
interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly step: string;
  readonly isLate: boolean;
}

/**
 * Runs this very program again, in a process group and a folder for temporary files of its own, and ends all of it when a step
 * takes too long. What an ended run left in the workspace is undone.
 *
 * @param root - the workspace's root folder
 * @param program - path of the program
 * @throws {Problem} naming the step, when it was ended or ran out of memory
 */
export async function supervise(root: string, program: string, args: readonly string[]): Promise<number> {
  const limits = limitsFor(largestDocument(root, args));
  sweepScratch();
  await clearUp(root);
  const scratch = mkdtempSync(join(tmpdir(), scratchName()));
  try {
    const end = await runWatched(program, args, limits, scratch);
    if (end.code !== null && !ranOutOfMemory(end)) return end.code;
    await clearUp(root);
    throw new Problem(whyEnded(end, limits));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runWatched(program: string, args: readonly string[], limits: Limits, scratch: string): Promise<End> {
  const heap = `--max-old-space-size=${limits.megabytes}`;
  const child = spawn(process.execPath, [...process.execArgv, program, ...args], {
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      // What is started has the same limit: a linter, a test runner.
      NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} ${heap}`.trim(),
      [WATCHED_BY]: String(process.pid),
      TMPDIR: scratch,
    },
  });
  let step = basename(program, ".ts");
  let isLate = false;
  const late = (): void => {
    isLate = true;
    endGroup(child);
  };
  let timer = setTimeout(late, limits.seconds * 1000);
  child.on("message", (report: Report) => {
    ({ step } = report);
    clearTimeout(timer);
    timer = setTimeout(late, limits.seconds * 1000);
  });
  const stop = (signal: NodeJS.Signals): void => endGroup(child, signal);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return { code, signal, step, isLate };
  } finally {
    clearTimeout(timer);
    for (const signal of signals) process.off(signal, stop);
    // What it started and left behind.
    endGroup(child);
  }
}

/** Ends a process and all that it started. */
function endGroup(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nothing of it is left, or the system knows no groups.
    child.kill(signal);
  }
}

/** V8 aborts. */
function ranOutOfMemory({ code, signal }: End): boolean {
  return signal === "SIGABRT" || code === 128 + constants.signals.SIGABRT;
}

function whyEnded(end: End, { seconds, megabytes }: Limits): string {
  const what = `The step "${end.step}"`;
  const rest = "It was ended, with all that it had started; what it had not finished is undone.";
  if (end.isLate) return `${what} took more than ${seconds} s. ${rest} SPECS_STEP_SECONDS gives it more.`;
  if (ranOutOfMemory(end))
    return `${what} needed more than ${megabytes} MB of memory. ${rest} SPECS_HEAP_MB gives it more.`;
  return `${what} was ended by ${end.signal}; what it had not finished is undone.`;
}
