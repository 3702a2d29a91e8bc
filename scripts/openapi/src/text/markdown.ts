import { printable } from "./printable.ts";

/** A character that nobody sees, as an entity: what GitHub looks for (`@name`, `#1`, `://`) is no longer in one piece. */
const BREAK = "&#8203;";
/** Signs of Markdown; an underscore within a word is none. And what makes a link, a mention or a reference to an issue. */
const SIGNS = /[\\`*~<>|[\]&$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<live>@|#|:(?=\/\/)|www(?=\.)|GH(?=-\d))/giu;
/** What makes a list, a heading or a rule of the text behind it. */
const START = /^(?:[-+=]|\d{1,9}(?=[.)]))/;

/**
 * Foreign text as text on one line of Markdown, in a table's cell as in a paragraph or a list: no markup, no HTML, no
 * mention, no link. Rendered, it says the same, hidden characters written out and white space as one blank.
 */
export function markdownText(text: string): string {
  const line = oneLine(text);
  const start = START.exec(line)?.[0] ?? "";
  const rest = line
    .slice(start.length)
    .replace(SIGNS, (found, live: string | undefined) => (live === undefined ? entity(found) : `${live}${BREAK}`));
  if (!start) return rest;
  // Of a number the point behind it, of any other sign itself.
  return /\d/.test(start) ? `${start}${entity(rest.charAt(0))}${rest.slice(1)}` : `${entity(start)}${rest}`;
}

/** Foreign text as code on one line of Markdown, in a table's cell too. There, nothing else means anything. */
export function markdownCode(text: string): string {
  const line = oneLine(text);
  if (line === "") return "";
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(1 + Math.max(0, ...runs.map(({ length }) => length)));
  const edge = line.startsWith("`") || line.endsWith("`") ? " " : "";
  // A table takes every bar for the end of a cell, but for this one.
  return `${fence}${edge}${line.replaceAll("|", "\\|")}${edge}${fence}`;
}

/** Foreign text of several lines as what stands in HTML's `<pre>`. */
export function htmlText(text: string): string {
  const lines = printable(text.replaceAll(/\r\n?/g, "\n"), "\n\t");
  return lines.replaceAll(/[&<>"']/g, entity);
}

function oneLine(text: string): string {
  return printable(text.replaceAll(/\s+/g, " ").trim());
}

function entity(sign: string): string {
  return sign === "" ? "" : `&#${sign.codePointAt(0)};`;
}
