import { Problem } from "@x/openapi";

/** Runs a command's body. A `Problem` becomes one clear message and exit code 1; anything else keeps its stack. */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (thrown) {
    process.exitCode = 1;
    if (!(thrown instanceof Problem)) throw thrown;
    process.stderr.write(`\n✗ ${thrown.message}\n`);
  }
}
