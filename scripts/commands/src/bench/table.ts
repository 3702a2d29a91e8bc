import { median } from "./median.ts";
import type { Peer } from "./peers/callers.ts";

/** One measured thing: a column for it and its ratio, a row a peer. */
export interface Table {
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly how: string;
  readonly unit: string;
  readonly ceilings: readonly Ceiling[];
  readonly rows: readonly Row[];
}

/** What must not be exceeded. */
export interface Ceiling {
  /** In full: it stands without its table, too. */
  readonly what: string;
  readonly atMost: number;
  readonly measured: number;
  /** Of both numbers; none for a ratio. */
  readonly unit?: string;
}

export interface Row {
  readonly name: Peer | (string & {});
  readonly value: number;
  /** To raw fetch, or to the first row. */
  readonly ratio?: number | undefined;
  readonly note?: string | undefined;
}

/** A table in Markdown, which reads as well on a terminal. */
export function render({ title, how, unit, ceilings, rows }: Table): string {
  const head = ["", unit, "ratio", ""];
  const body = rows.map(({ name, value, ratio, note }) => [
    name,
    plain(value),
    ratio === undefined ? "" : ratio.toFixed(2),
    note ?? "",
  ]);
  const used = head.map((_, column) => column < 2 || body.some((cells) => cells[column]));
  const lines = [head, head.map((_, column) => (column === 0 || column === 3 ? "---" : "---:")), ...body].map(
    (cells) => `| ${cells.filter((_, column) => used[column]).join(" | ")} |`,
  );
  return `## ${title}\n\n${how} Goal: ${goalOf(ceilings)}.\n\n${lines.join("\n")}\n`;
}

/** What was asked for, in words. */
export function goalOf(ceilings: readonly Ceiling[]): string {
  return ceilings.map(({ what, atMost, unit = "×" }) => `${what} ≤ ${plain(atMost)} ${unit}`).join("; ");
}

/** All goals of some tables: what was asked for, what was measured, and whether that is enough. */
export function renderCeilings(tables: readonly Table[]): string {
  const rows = tables.flatMap(({ title, ceilings }) =>
    ceilings.map(({ what, atMost, measured, unit = "×" }) => {
      const verdict = measured <= atMost ? "yes" : "**no**";
      return `| ${what} (${title}) | ≤ ${plain(atMost)} ${unit} | ${plain(measured)} ${unit} | ${verdict} |`;
    }),
  );
  const head = "| what | goal | measured | reached |\n| --- | --- | --- | --- |";
  return `## Goals\n\n${head}\n${rows.join("\n")}\n`;
}

/** The same table measured several times: the median of each number. */
export function medianTable(tables: readonly Table[]): Table {
  const [first] = tables as [Table, ...Table[]];
  const middle = (numbers: readonly (number | undefined)[]): number => median(numbers.flatMap((each) => each ?? []));
  return {
    ...first,
    ceilings: first.ceilings.map((each, n) => ({
      ...each,
      measured: middle(tables.map(({ ceilings }) => ceilings[n]?.measured)),
    })),
    rows: first.rows.map((row, n) => ({
      ...row,
      value: middle(tables.map(({ rows }) => rows[n]?.value)),
      ratio: row.ratio === undefined ? undefined : middle(tables.map(({ rows }) => rows[n]?.ratio)),
      note: tables.map(({ rows }) => rows[n]?.note).find(Boolean),
    })),
  };
}

/** Rows of a map of numbers, with the ratio to the first. */
export function rowsOf(values: ReadonlyMap<string, number>, withRatio = true): Row[] {
  const [first] = values.values();
  return [...values].map(([name, value]) => ({
    name,
    value,
    ratio: withRatio ? value / (first as number) : undefined,
  }));
}

function plain(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}
