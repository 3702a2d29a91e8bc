import { inspect } from "node:util";
import { Problem } from "@x/openapi";
import { endWithParent, isAtWork } from "../supervision/inside.ts";
import { supervise } from "../supervision/supervise.ts";
import { inWords } from "../transaction/words.ts";
import { root } from "../workspace/files.ts";
import { warn } from "./say.ts";

/**
 * Runs a command's body. A `Problem`, and what the system refuses, becomes one clear message and exit code 1; anything else
 * keeps its stack.
 *
 * @param isWatched - the body works on a document: it does so in a process of its own, within limits
 */
export async function runCommand(body: () => Promise<void>, isWatched = false): Promise<void> {
  try {
    const [, program = "", ...args] = process.argv;
    if (!isWatched) await body();
    else if (!isAtWork()) process.exitCode = await supervise(root, program, args);
    else {
      endWithParent();
      await body();
    }
  } catch (thrown) {
    process.exitCode = 1;
    // Left to Node, what is thrown would be printed as it is, with whatever words are in it.
    const told = inWords(thrown, root);
    warn(told instanceof Problem ? `\n✗ ${told.message}\n` : `${inspect(thrown)}\n`);
  }
}
