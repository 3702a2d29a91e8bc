import type { Change, Diff } from "@x/differ";
import { skippedWords, type Skipped } from "@x/generator";
import { htmlText, markdownCode, markdownText } from "@x/openapi";
import { count } from "../terminal/count.ts";
import type { Evidence } from "./evidence.ts";

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
  readonly sha256: { readonly before: string; readonly after: string };
}

/** GitHub takes 65,536 characters; beyond so many rows the document's own diff reads better. */
const MAX_ROWS = 150;
const MAX_SOURCES = 50;

/**
 * The body of a pull request for these updates. Its first line is a comment for machines: whether it is a draft (some
 * evidence is red), and the worst verdicts.
 */
export function pullRequestBody(updates: readonly Update[]): string {
  const draft = updates.some(({ evidence }) => evidence.some(({ passed }) => !passed));
  const facts = updates.map(({ vendor, diff }) => ({ vendor, wire: diff.wire, sdk: diff.sdk }));
  const parts = [`<!-- specs-update ${JSON.stringify({ draft, updates: facts })} -->`];
  if (draft)
    parts.push(
      "> **Draft.** Some evidence is red: code or tests written for the former document fail. Adapt them here, then mark as ready.",
    );
  for (const update of updates) parts.push(sectionOf(update));
  return `${parts.join("\n\n")}\n`;
}

function sectionOf(update: Update): string {
  const { vendor, diff, packages, evidence, sources, warnings, sha256 } = update;
  const release =
    diff.sdk === "none" ? "no release" : `**${diff.sdk}** for ${packages.map((name) => `\`${name}\``).join(", ")}`;
  const listed = [...new Set(sources)];
  return [
    `## ${vendor}`,
    `On the wire: **${diff.wire}**. In the SDK: ${release}.`,
    tableOf(diff.changes),
    ...seenBy(diff),
    ...leftOut(update),
    "### Evidence",
    ...evidence.map(evidenceOf),
    "### Provenance",
    [
      ...listed.slice(0, MAX_SOURCES).map((source) => `- ${markdownCode(source)}`),
      ...(listed.length > MAX_SOURCES ? [`- … and ${listed.length - MAX_SOURCES} more`] : []),
      `- \`specs/${vendor}.yaml\`: sha256 \`${sha256.before}\` → \`${sha256.after}\``,
      `- lint: no error, ${count(warnings, "warning")}`,
    ].join("\n"),
  ].join("\n\n");
}

function tableOf(changes: readonly Change[]): string {
  if (changes.length === 0) return "Nothing that a client could notice: examples, code samples or order alone.";
  const rows = changes
    .slice(0, MAX_ROWS)
    .map(({ wire, sdk, operation, text, where }) =>
      [wire, sdk, markdownText(operation ?? "–"), `${markdownText(text)} ${markdownCode(where)}`].join(" | "),
    );
  const more = changes.length > MAX_ROWS ? `\n\n… and ${changes.length - MAX_ROWS} more changes.` : "";
  return `| wire | sdk | operation | change |\n| --- | --- | --- | --- |\n${rows.map((row) => `| ${row} |`).join("\n")}${more}`;
}

/** What the compiler says of code written against the former package. */
function seenBy({ seen = [] }: Diff): string[] {
  if (seen.length === 0) return [];
  const more = seen.length > MAX_SOURCES ? [`- … and ${seen.length - MAX_SOURCES} more`] : [];
  const lines = seen.slice(0, MAX_SOURCES).map((line) => `- ${markdownText(line)}`);
  return ["### What your users would see", [...lines, ...more].join("\n")];
}

/** What the package has no method for, and what it calls otherwise. */
function leftOut({ skipped, notes }: Update): string[] {
  const lines = [...skipped.map(skippedWords), ...notes].map((line) => `- ${markdownText(line)}`);
  if (!lines.length) return [];
  const more = lines.length > MAX_ROWS ? [`- … and ${lines.length - MAX_ROWS} more`] : [];
  return ["### Left out of the package, or called otherwise", [...lines.slice(0, MAX_ROWS), ...more].join("\n")];
}

function evidenceOf({ name, passed, tail }: Evidence): string {
  if (passed) return `✅ ${name}`;
  return `❌ ${name}\n\n<details><summary>last lines</summary>\n\n<pre>\n${htmlText(tail)}\n</pre>\n\n</details>`;
}
