import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const BIN = join(import.meta.dirname, "../dist/cjs/bin.js");

/** A command, started in a folder. */
export interface Started {
  readonly child: ChildProcess;
  /** All that it has written so far, on both streams. */
  output(): string;
  /** Resolves when it has written what fits. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves when it has ended and written all: with its exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>;
}

export function xMock(cwd: string, ...args: string[]): Started {
  return startScript(cwd, BIN, ...args);
}

export function startScript(cwd: string, script: string, ...args: string[]): Started {
  const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const closed = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  let output = "";
  let look = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += String(chunk);
      look();
    });
  }
  return {
    child,
    output: () => output,
    ended: () => closed.then(([code, signal]) => code ?? signal ?? -1),
    said: (pattern) =>
      new Promise((resolve, reject) => {
        look = () => {
          const found = pattern.exec(output);
          if (found) resolve(found);
        };
        look();
        void closed.then(() => reject(new Error(`it ended without ${String(pattern)}:\n${output}`)));
      }),
  };
}
