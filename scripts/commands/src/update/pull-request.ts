import { basename, isAbsolute } from "node:path";
import type { Change, Diff } from "@x/differ";
import { skippedWords, type Skipped } from "@x/generator";
import { htmlText, markdownCode, markdownText } from "@x/openapi";
import type { Revert } from "@x/sources";
import { count } from "../terminal/count.ts";
import type { Evidence } from "./evidence.ts";
import { fitting, shortened } from "./fitting.ts";
import { revertNotice } from "./revert-notice.ts";

/** What is known of one vendor's update. */
export interface Update {
  readonly vendor: string;
  readonly diff: Diff;
  readonly packages: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly sources: readonly string[];
  readonly warnings: number;
  /** Operations that the package has no method for. */
  readonly skipped: readonly Skipped[];
  /** What else the generator says. */
  readonly notes: readonly string[];
  /** That the new document is an earlier one. */
  readonly revert: Revert | undefined;
  readonly sha256: { readonly before: string; readonly after: string };
}

/** Beyond so many rows the document's own diff reads better. */
const MAX_ROWS = 150;
const MAX_SOURCES = 50;
/** Characters of each part, all updates together: GitHub takes 65,536 in all. */
const MAX_LENGTH = { changes: 22_000, seen: 5_000, leftOut: 8_000, sources: 8_000, tail: 5_000 } as const;

/**
 * The body of a pull request for these updates. Its first line is a comment for machines: whether it is a draft (some
 * evidence is red), whether the vendor went back to an earlier document, and the worst verdicts.
 */
export function pullRequestBody(updates: readonly Update[]): string {
  const draft = updates.some(({ evidence }) => evidence.some(({ passed }) => !passed));
  const revert = updates.some((update) => update.revert !== undefined);
  const facts = updates.map(({ vendor, diff }) => ({ vendor, wire: diff.wire, sdk: diff.sdk }));
  const parts = [`<!-- specs-update ${JSON.stringify({ draft, ...(revert && { revert }), updates: facts })} -->`];
  if (draft)
    parts.push(
      "> **Draft.** Some evidence is red: code or tests written for the former document fail. Adapt them here, then mark as ready.",
    );
  for (const update of updates) parts.push(sectionOf(update, updates.length));
  return `${parts.join("\n\n")}\n`;
}

function sectionOf(update: Update, sharing: number): string {
  const { vendor, diff, packages, evidence, sources, warnings, sha256 } = update;
  const release =
    diff.sdk === "none" ? "no release" : `**${diff.sdk}** for ${packages.map((name) => `\`${name}\``).join(", ")}`;
  const toLine = (source: string): string => `- ${markdownCode(shortened(publicName(source)))}`;
  const listed = fitting([...new Set(sources)], toLine, MAX_SOURCES, MAX_LENGTH.sources / sharing);
  return [
    `## ${vendor}`,
    ...(update.revert === undefined ? [] : [revertNotice(update.revert)]),
    `On the wire: **${diff.wire}**. In the SDK: ${release}.`,
    tableOf(diff.changes, MAX_LENGTH.changes / sharing),
    ...seenBy(diff, MAX_LENGTH.seen / sharing),
    ...leftOut(update, MAX_LENGTH.leftOut / sharing),
    "### Evidence",
    ...evidence.map((each) => evidenceOf(each, MAX_LENGTH.tail / sharing)),
    "### Provenance",
    [
      ...listed.kept,
      ...(listed.more > 0 ? [`- … and ${listed.more} more`] : []),
      `- \`specs/${vendor}.yaml\`: sha256 \`${sha256.before}\` → \`${sha256.after}\``,
      `- lint: no error, ${count(warnings, "warning")}`,
    ].join("\n"),
  ].join("\n\n");
}

/** A file outside the workspace by its name alone: nobody else has the folders of whoever ran this. */
function publicName(source: string): string {
  return isAbsolute(source) ? basename(source) : source;
}

function tableOf(changes: readonly Change[], length: number): string {
  if (changes.length === 0) return "Nothing that a client could notice: examples, code samples or order alone.";
  const cell = (text: string): string => markdownText(shortened(text));
  const row = ({ wire, sdk, operation, text, where }: Change): string => {
    const cells = [wire, sdk, cell(operation ?? "–"), `${cell(text)} ${markdownCode(shortened(where))}`];
    return `| ${cells.join(" | ")} |`;
  };
  const { kept, more } = fitting(changes, row, MAX_ROWS, length);
  const rest = more > 0 ? `\n\n… and ${more} more changes.` : "";
  return `${["| wire | sdk | operation | change |", "| --- | --- | --- | --- |", ...kept].join("\n")}${rest}`;
}

/** What the compiler says of code written against the former package. */
function seenBy({ seen = [] }: Diff, length: number): string[] {
  if (seen.length === 0) return [];
  const { kept, more } = fitting(seen, (line) => `- ${markdownText(shortened(line))}`, MAX_SOURCES, length);
  const rest = more > 0 ? [`- … and ${more} more`] : [];
  return ["### What your users would see", [...kept, ...rest].join("\n")];
}

/** What the package has no method for, and what it calls otherwise. */
function leftOut({ skipped, notes }: Update, length: number): string[] {
  const lines = [...skipped.map(skippedWords), ...notes];
  if (!lines.length) return [];
  const { kept, more } = fitting(lines, (line) => `- ${markdownText(shortened(line))}`, MAX_ROWS, length);
  const rest = more > 0 ? [`- … and ${more} more`] : [];
  return ["### Left out of the package, or called otherwise", [...kept, ...rest].join("\n")];
}

function evidenceOf({ name, passed, tail }: Evidence, length: number): string {
  if (passed) return `✅ ${name}`;
  // The end says more than the beginning.
  const lines = tail.split(/\r\n?|\n/).toReversed();
  const last = fitting(lines, (line) => htmlText(shortened(line)), lines.length, length).kept.toReversed();
  return `❌ ${name}\n\n<details><summary>last lines</summary>\n\n<pre>\n${last.join("\n")}\n</pre>\n\n</details>`;
}
