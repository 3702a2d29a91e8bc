import { inspect } from "node:util";
import { Problem } from "@x/openapi";
import { warn } from "./say.ts";

/** Runs a command's body. A `Problem` becomes one clear message and exit code 1; anything else keeps its stack. */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (thrown) {
    process.exitCode = 1;
    // Left to Node, what is thrown would be printed as it is, with whatever words are in it.
    warn(thrown instanceof Problem ? `\n✗ ${thrown.message}\n` : `${inspect(thrown)}\n`);
  }
}
