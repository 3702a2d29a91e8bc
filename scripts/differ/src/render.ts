import { styleText } from "node:util";
import type { Change, Diff, Wire } from "./types.ts";
import { wires } from "./types.ts";

/** Operations named in full; of more, only the count is told. */
const MAX_OPERATIONS = 3;

const colours = { breaking: "red", risky: "yellow", compatible: "green" } as const satisfies Record<Wire, string>;

/** The two verdicts in one line. */
export function renderVerdict({ wire, sdk, changes }: Diff): string {
  if (changes.length === 0) return "No changes.";
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return `${count}: ${wire} on the wire, ${sdk === "none" ? "no release" : `a ${sdk} release`} of the SDK.`;
}

/**
 * The changes as a person reads them at a terminal: worst first, the verdict last.
 *
 * @param colour - whether to colour them (default: no)
 */
export function renderTerminal(diff: Diff, colour = false): string {
  const paint = (wire: Wire, text: string): string =>
    colour ? styleText([colours[wire], "bold"], text, { validateStream: false }) : text;
  const lines: string[] = [];
  for (const wire of wires.toReversed()) {
    const group = diff.changes.filter((change) => change.wire === wire);
    if (group.length === 0) continue;
    lines.push(paint(wire, `${wire} (${group.length})`));
    for (const { sdk, text, id, where, operation } of group) {
      const reach = operation === null ? "" : `  ${shorten(operation)}`;
      lines.push(`  ${sdk.padEnd(5)}  ${text}`, `         ${id}${reach}`, `         ${where}`);
    }
    lines.push("");
  }
  lines.push(...diff.notes, paint(diff.wire, renderVerdict(diff)));
  return `${lines.join("\n")}\n`;
}

/** The changes as a Markdown table, for a pull request. */
export function renderMarkdownTable({ changes }: Pick<Diff, "changes">): string {
  if (changes.length === 0) return "No changes.\n";
  const lines = ["| Wire | SDK | Change | Operation | Where |", "| --- | --- | --- | --- | --- |"];
  for (const { wire, sdk, text, operation, where } of changes) {
    const reach = operation === null ? "–" : cell(shorten(operation));
    const verdict = wire === "compatible" ? wire : `**${wire}**`;
    lines.push(`| ${verdict} | ${sdk} | ${cell(text)} | ${reach} | ${code(where)} |`);
  }
  return `${lines.join("\n")}\n`;
}

/** One changelog line a change; changes of documentation alone are counted in one. */
export function renderChangelogLines({ changes }: Pick<Diff, "changes">): string[] {
  const lines: string[] = [];
  const documentation = changes.filter(isDocumentation);
  for (const change of changes) {
    if (isDocumentation(change)) continue;
    const mark = change.wire === "compatible" ? "" : `${change.wire}: `;
    const reach = change.operation === null ? "" : ` (${shorten(change.operation)})`;
    lines.push(escapeMarkdown(`${mark}${change.text.replace(/\.$/, "")}${reach}.`));
  }
  if (documentation.length > 0) {
    lines.push(
      `Documentation changed in ${documentation.length === 1 ? "one place" : `${documentation.length} places`}.`,
    );
  }
  return lines;
}

function isDocumentation({ id }: Change): boolean {
  return id === "documentation-changed";
}

function shorten(operation: string): string {
  const names = operation.split(", ");
  if (names.length <= MAX_OPERATIONS) return operation;
  return `${names.slice(0, MAX_OPERATIONS - 1).join(", ")} and ${names.length - MAX_OPERATIONS + 1} more`;
}

/** Text of the vendor's document in a table cell: no line breaks, no markup, no column of its own. */
function cell(text: string): string {
  return escapeMarkdown(text.replaceAll(/\s+/g, " "));
}

function escapeMarkdown(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[\\`*_[\]|~@#]/g, String.raw`\$&`);
}

function code(pointer: string): string {
  const text = pointer
    .replaceAll(/\s+/g, " ")
    .replaceAll("|", String.raw`\|`)
    .replaceAll("`", "'");
  return text === "" ? "" : `\`${text}\``;
}
