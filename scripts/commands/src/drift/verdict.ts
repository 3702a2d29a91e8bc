import { printable } from "@x/openapi";
import { count } from "../terminal/count.ts";
import { table } from "../terminal/table.ts";
import type { DriftReport } from "./drift.ts";
import { KINDS } from "./observe.ts";

/** What `pnpm drift` ends with. Several may hold: the first in this order counts. */
export const EXIT_CODES = {
  /** The live API and its document differ. */
  differ: 1,
  /** Some call told nothing: the key was not accepted, no response came, or no success. */
  unknown: 3,
  /** Nothing was called: no key, or no parameters. */
  nothing: 2,
  /** What was called agrees. */
  agree: 0,
} as const;

type Verdict = keyof typeof EXIT_CODES;

const WORDS: { readonly [verdict in Verdict]: string } = {
  differ: "the live API and its document differ",
  unknown: "not all of it could be looked at",
  nothing: "nothing was called",
  agree: "no difference found",
};

/** How a vendor's report is to be taken. */
export function verdictOf({ called, findings }: DriftReport): Verdict {
  const said = new Set(findings.map(({ kind }) => KINDS[kind]));
  if (said.has("differs")) return "differ";
  if (said.has("unknown")) return "unknown";
  return called.length === 0 ? "nothing" : "agree";
}

/** The exit code of several reports: nothing passes that was not looked at. */
export function exitCodeOf(reports: readonly DriftReport[]): number {
  const verdicts = new Set(reports.map(verdictOf));
  const worst = (Object.keys(EXIT_CODES) as Verdict[]).find((verdict) => verdicts.has(verdict));
  return EXIT_CODES[worst ?? "nothing"];
}

/** A report in words for a terminal. */
export function describe(report: DriftReport): string {
  const { vendor, skipped, called, probed, readOnly, operations, findings } = report;
  if (skipped !== undefined) return `${vendor}: nothing was called: ${skipped}.\n`;
  const notAuthorised = findings.some(({ kind }) => kind === "not authorised") ? ", not authorised" : "";
  const wrongly = probed.length ? `, and ${count(probed.length, "time")} wrongly on purpose` : "";
  const summary = `${vendor}: called ${called.length} of ${count(readOnly, "read-only operation")} (${operations} in all)${wrongly}${notAuthorised}: ${WORDS[verdictOf(report)]}.\n`;
  // Whatever an API says stays in its row.
  const rows = findings.map((finding) =>
    [finding.operation, finding.kind, finding.detail].map((cell) => printable(cell)),
  );
  return rows.length ? `${summary}${table(["operation", "finding", "detail"], rows)}` : summary;
}
