/** A refusal in words for the person at the terminal: what was wrong, where, what to do. Printed without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

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
