import type { Sdk, Wire } from "../types.ts";

/** A verdict that is decided and not computed, as data: the README's tables are printed from it. */
export interface Rule {
  readonly id: string;
  readonly direction: "request" | "response" | "both";
  readonly wire: Wire;
  readonly sdk: Sdk;
  /** The reason. */
  readonly sentence: string;
}

/** The rules as a table in Markdown. */
export function tableOf(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, direction, wire, sdk, sentence }) => [`\`${id}\``, direction, wire, sdk, sentence]);
  return tableRows([["id", "direction", "wire", "sdk", "because"], ...rows]);
}

/** Rows as a table in Markdown, the first one its head. */
export function tableRows(all: readonly (readonly string[])[]): string {
  const widths = all[0]?.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = all;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
