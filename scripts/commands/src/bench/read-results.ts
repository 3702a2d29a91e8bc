import type { Table } from "./table.ts";

/** A table with its goals in words. */
interface ReadTable extends Omit<Table, "ceilings"> {
  readonly goal: string;
}

/** What a whole run of the benchmark left in RESULTS.md, which is committed: as `reports/bench.json` has it. */
export function readResults(text: string): { date: string; machine: string; tables: ReadTable[] } | undefined {
  const [, date, machine] = /^Measured on ([\d-]+): ([^.]*(?:\.\d[^.]*)*)\./m.exec(text) ?? [];
  if (date === undefined || machine === undefined) return undefined;
  const tables = text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [, title = "", how = "", goal = "", table = ""] =
        /^(.+)\n\n([^]*?) Goal: (.+)\.\n\n([^]*)$/.exec(section) ?? [];
      const [head = [], , ...rows] = table
        .split("\n")
        .filter((line) => line.startsWith("|"))
        .map(cellsOf);
      const column = (name: string): number => head.indexOf(name);
      if (!rows.length) return [];
      return {
        title,
        how,
        goal,
        unit: head[1] ?? "",
        rows: rows.map((cells) => ({
          name: cells[0] ?? "",
          value: Number(cells[1]?.replaceAll(",", "")),
          ...(column("ratio") > 0 && cells[column("ratio")] && { ratio: Number(cells[column("ratio")]) }),
          ...(column("") !== head.lastIndexOf("") && { note: cells[head.lastIndexOf("")] ?? "" }),
        })),
      };
    });
  return { date, machine, tables };
}

function cellsOf(line: string): string[] {
  return line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}
