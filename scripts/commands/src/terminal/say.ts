import { terminalText } from "@x/openapi";

/** Writes to standard output, as `terminalText`. */
export function say(text: string): void {
  process.stdout.write(terminalText(text));
}

/** Writes a value to standard output as JSON that says the same: what CI takes for a command is written with an escape. */
export function sayJson(value: unknown): void {
  say(`${JSON.stringify(value, null, 2).replaceAll("##", "#\\u0023")}\n`);
}

/** Writes to standard error, as `terminalText`. */
export function warn(text: string): void {
  process.stderr.write(terminalText(text));
}
