import { Worker } from "node:worker_threads";

/** What the process at work tells the one that watches it: the step that begins. */
export interface Report {
  readonly step: string;
}

/** Tells that a process is watched, by which. */
export const WATCHED_BY = "SPECS_WATCHED_BY";
const LOOK_EVERY_MS = 500;

/** Whether this process is the one at work, and its parent watches it. */
export function isAtWork(): boolean {
  return process.env[WATCHED_BY] === String(process.ppid);
}

/** Says which step begins: the time for it runs from here, and who ends it names it. */
export function reportStep(step: string): void {
  if (isAtWork()) process.send?.({ step } satisfies Report);
}

/**
 * Ends this process, and all that it started, when the one that watches it is gone. In a thread of its own: this one may be
 * stuck then.
 */
export function endWithParent(): void {
  // Reports keep nothing alive.
  process.channel?.unref();
  const code = `setInterval(() => {
    if (process.ppid !== ${process.ppid}) process.kill(-${process.pid}, "SIGKILL");
  }, ${LOOK_EVERY_MS});`;
  new Worker(code, { eval: true, execArgv: [], env: {} }).unref();
}
