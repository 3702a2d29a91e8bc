import { styleText } from "node:util";
import { printable } from "@x/openapi";
import type { Diff, Wire } from "./types.ts";
import { wires } from "./types.ts";

/** Operations named in full; of more, only the count is told. */
const MAX_OPERATIONS = 3;
/** Messages of the compiler that are shown. */
const MAX_SEEN = 10;

const colours = { breaking: "red", risky: "yellow", compatible: "green" } as const satisfies Record<Wire, string>;

/** The two verdicts in one line. */
export function renderVerdict({ wire, sdk, changes }: Diff): string {
  if (changes.length === 0) return "No changes.";
  const count = changes.length === 1 ? "1 change" : `${changes.length} changes`;
  return `${count}: ${wire} on the wire, ${sdk === "none" ? "no release" : `a ${sdk} release`} of the SDK.`;
}

/**
 * The changes as a person reads them at a terminal: worst first, the verdict last. A vendor's words make no line of their
 * own.
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
      const told = [`  ${sdk.padEnd(5)}  ${text}`, `         ${id}${reach}`, `         ${where}`];
      lines.push(...told.map((line) => printable(line)));
    }
    lines.push("");
  }
  const seen = diff.seen ?? [];
  if (seen.length > 0) {
    const more = seen.length > MAX_SEEN ? [`… and ${seen.length - MAX_SEEN} more`] : [];
    lines.push("What your users would see:");
    lines.push(...[...seen.slice(0, MAX_SEEN), ...more].map((line) => printable(`  ${line}`)), "");
  }
  lines.push(...diff.notes.map((note) => printable(note)), paint(diff.wire, renderVerdict(diff)));
  return `${lines.join("\n")}\n`;
}

function shorten(operation: string): string {
  const names = operation.split(", ");
  if (names.length <= MAX_OPERATIONS) return operation;
  return `${names.slice(0, MAX_OPERATIONS - 1).join(", ")} and ${names.length - MAX_OPERATIONS + 1} more`;
}
