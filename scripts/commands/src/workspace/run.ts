import { spawn } from "node:child_process";

export interface RunResult {
  readonly passed: boolean;
  readonly stdout: string;
  /** Both outputs, in the order in which they came. */
  readonly output: string;
}

export interface RunLimits {
  /** Milliseconds after which the program is ended; it has not passed then. @default none */
  readonly timeoutMs?: number;
  /** Told the last line of what it prints, as it comes. */
  readonly onOutput?: (line: string) => void;
}

/** Runs a program to its end and keeps what it prints. A program that cannot be started has not passed. */
export function run(
  command: string,
  args: readonly string[],
  cwd: string,
  variables: { readonly [name: string]: string } = {},
  { timeoutMs, onOutput }: RunLimits = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1", ...variables };
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
      onOutput?.(text.trimEnd().split("\n").at(-1) ?? "");
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", (error) => resolve({ passed: false, stdout, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ passed: code === 0, stdout, output }));
  });
}
