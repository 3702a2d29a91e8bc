import { printable } from "./printable.ts";

/** The colours of our commands, which are ours. Others of a vendor's come to no more than a bold word. */
// oxlint-disable-next-line no-control-regex -- the escape character is what a terminal goes by
const STYLE = /\u001B\[(?:0|1|2|22|31|32|33|39)m/;
/** What CI takes for a command: GitHub's of both kinds, and Azure's. The second holds anywhere in a line. Colours don't count. */
const COMMAND = new RegExp(
  `^(?=(?:[^\\S\\n]|${STYLE.source})*:(?:${STYLE.source})*:)|(?<=#(?:${STYLE.source})*#)(?=(?:${STYLE.source})*(?:\\[|vso\\[))`,
  "gm",
);

/**
 * Lines for a terminal or the log of a CI run, whosever words are in them: nothing moves a cursor, sets a title, turns text
 * round or is taken for a command. Line feeds, tabs and the colours of ours stay.
 */
export function terminalText(text: string): string {
  const parts = text.replaceAll("\r\n", "\n").split(new RegExp(`(${STYLE.source})`));
  const shown = parts.map((part, index) => (index % 2 ? part : printable(part, "\n\t"))).join("");
  return shown.replace(COMMAND, "\\");
}
