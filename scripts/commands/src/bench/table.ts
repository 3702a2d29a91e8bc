import type { Peer } from "./peers/callers.ts";

/** One measured thing: a column for it and its ratio, a row a peer. */
export interface Table {
  readonly title: string;
  /** How it was measured, in a sentence or two. */
  readonly how: string;
  readonly unit: string;
  /** What our row must not exceed, in the unit or as a ratio. */
  readonly goal: string;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly name: Peer | (string & {});
  readonly value: number;
  /** To raw fetch, or to the first row. */
  readonly ratio?: number | undefined;
  readonly note?: string | undefined;
}

/** A table in Markdown, which reads as well on a terminal. */
export function render({ title, how, unit, goal, rows }: Table): string {
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
  return `## ${title}\n\n${how} Goal: ${goal}.\n\n${lines.join("\n")}\n`;
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
