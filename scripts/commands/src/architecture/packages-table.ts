import { basename } from "node:path";
import { Problem } from "@x/openapi";
import type { PackageRule } from "./rules.ts";

const START = "<!-- packages: written by `pnpm check:architecture --write` -->";
const END = "<!-- end of packages -->";

/**
 * A document with the table of packages between its two markers.
 *
 * @throws {Problem} when it does not have the markers
 */
export function withPackagesTable(text: string, packages: readonly PackageRule[]): string {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start === -1 || end < start) throw new Problem(`CONTRIBUTING.md needs these two lines:\n${START}\n${END}`);
  return `${text.slice(0, start)}${START}\n\n${packagesTable(packages)}\n${text.slice(end)}`;
}

function packagesTable(packages: readonly PackageRule[]): string {
  const rows = packages.map(({ folder, purpose, imports, testsImport }) => [
    code(folder),
    purpose,
    names(imports),
    names(testsImport),
  ]);
  const headings = ["package", "what it is for", "imports", "its tests also import"];
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] as string).length)),
  );
  const line = (cells: readonly string[], fill = " "): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] as number, fill)).join(" | ")} |\n`;
  return [line(headings), line(["", "", "", ""], "-"), ...rows.map((row) => line(row))].join("");
}

/** Packages by their names alone: the rows say where they are. */
function names(folders: readonly string[]): string {
  return folders.map((folder) => code(basename(folder))).join(", ") || "–";
}

function code(word: string): string {
  return `\`${word}\``;
}
