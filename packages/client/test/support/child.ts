import { spawn } from "node:child_process";

export interface ChildResult<T> {
  /** What the child reported on its last line of output. */
  readonly report: T;
  /** Milliseconds from the report to the exit of the process. */
  readonly exitMs: number;
  readonly code: number | null;
  readonly stderr: string;
}

/**
 * Runs a TypeScript file in a process of its own and waits for its end. The file prints its report as JSON, on one
 * line, when its work is done.
 */
export function runChild<T>(
  file: URL,
  parameters: readonly string[] = [],
  flags: readonly string[] = [],
): Promise<ChildResult<T>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, file.pathname, ...parameters], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    let stderr = "";
    let reportedAt = 0;
    child.stdout.on("data", (data) => {
      output += String(data);
      reportedAt = performance.now();
    });
    child.stderr.on("data", (data) => (stderr += String(data)));
    child.on("error", reject);
    child.on("close", (code) => {
      const exitMs = performance.now() - reportedAt;
      const line = output.trim().split("\n").at(-1) ?? "";
      try {
        resolve({ report: JSON.parse(line) as T, exitMs, code, stderr });
      } catch {
        reject(new Error(`${file.pathname} reported nothing (exit code ${code}): ${stderr}`));
      }
    });
  });
}
