import type { Block } from "../markdown.ts";

/** The lines of a block of text that a command did not print. What ends in `…` need only begin so. */
export function missingLines(block: Block | undefined, printed: string): string[] {
  if (block?.language !== "text") return [];
  const lines = printed.split("\n").map((line) => line.trim());
  return block.text.split("\n").filter((wanted) => {
    const text = wanted.trim();
    return !lines.some((line) => (text.endsWith("…") ? line.startsWith(text.slice(0, -1).trim()) : line === text));
  });
}
