import { expect, test } from "vitest";
import { readResults } from "./read-results.ts";
import { render } from "./table.ts";

test("what is written is read again", () => {
  const rows = [
    { name: "raw fetch", value: 15.5, ratio: 1 },
    { name: "telnyx", value: 6_159, ratio: 3.45, note: "6,159 files" },
  ];
  const table = { title: "CPU a call", how: "Over a stub. Twice.", unit: "µs", goal: "1.3 × raw fetch", rows };
  const plain = { ...table, title: "Import", rows: [{ name: "ours", value: 5 }] };
  const intro =
    "# Results of `pnpm bench`\n\nMeasured on 2026-11-25: Node 26.10.0, linux x64, 2 CPUs. Medians of rounds.\n";
  const text = [intro, render(table), render(plain)].join("\n");
  expect(readResults(text)).toEqual({
    date: "2026-11-25",
    machine: "Node 26.10.0, linux x64, 2 CPUs",
    tables: [{ ...table, rows: [{ ...rows[0], note: "" }, rows[1]] }, plain],
  });
});

test("nothing is read of another text", () => expect(readResults("# Results\n")).toBeUndefined());
