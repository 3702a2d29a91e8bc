import { parseArgs } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";
import { messageOf, Problem } from "@x/openapi";
import { say } from "./say.ts";

type Config<Options> = { args: string[]; options: Options; allowPositionals: true; strict: true };

/**
 * The options and other words of a command line.
 *
 * @throws {Problem} on an option that the command does not have, or one without its value
 */
export function parseArguments<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
): ReturnType<typeof parseArgs<Config<Options>>> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (thrown) {
    // Node's message goes on to explain how to escape a leading dash; the first sentence is enough.
    throw new Problem(`${messageOf(thrown).split(". ")[0]}. See --help.`);
  }
}

/**
 * For a command that takes options alone.
 *
 * @throws {Problem} on any other word
 */
export function refuseArguments([first]: readonly string[]): void {
  if (first !== undefined) throw new Problem(`Unexpected argument "${first}". See --help.`);
}

/**
 * Whether a command that takes no arguments is only asked how to use it. It is told, then.
 *
 * @throws {Problem} on any other argument
 */
export function isHelp(help: string, args: string[] = process.argv.slice(2)): boolean {
  const { values, positionals } = parseArguments(args, { help: { type: "boolean", short: "h" } });
  refuseArguments(positionals);
  if (values.help === true) say(help);
  return values.help === true;
}
