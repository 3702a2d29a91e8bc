import { printable } from "@x/openapi";

/**
 * A text as one word of a POSIX shell, to be shown and pasted. What is hidden is written in bytes, which takes a shell that
 * knows `$'…'` (bash, zsh, ksh, POSIX 2024).
 *
 * @throws {RangeError} for NUL, which no argument of a program can hold
 */
export function shellWord(text: string): string {
  if (text.includes("\0")) throw new RangeError("A word of a shell can't hold NUL.");
  if (printable(text) === text) return `'${text.replaceAll("'", `'\\''`)}'`;
  const characters = Array.from(text, (character) => {
    if (character === "'" || character === "\\") return `\\${character}`;
    return printable(character) === character ? character : bytesOf(character);
  });
  return `$'${characters.join("")}'`;
}

/** In octal: three digits each, so that a digit behind them is none of theirs. */
function bytesOf(character: string): string {
  return Array.from(Buffer.from(character), (byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
