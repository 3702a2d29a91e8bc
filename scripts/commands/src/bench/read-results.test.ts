import { expect, test } from "vitest";
import { readResults } from "./read-results.ts";
import { medianTable, render, renderCeilings } from "./table.ts";

test("what is written is read again", () => {
  const rows = [
    { name: "raw fetch", value: 15.5, ratio: 1 },
    { name: "telnyx", value: 6_159, ratio: 3.45, note: "6,159 files" },
  ];
  const words = { title: "CPU a call", how: "Over a stub. Twice.", unit: "µs", rows };
  const ceilings = [
    { what: "CPU beside raw fetch", atMost: 1.3, measured: 1.25 },
    { what: "a call", atMost: 2.5, measured: 3, unit: "µs" },
  ];
  const plain = { ...words, title: "Import", rows: [{ name: "ours", value: 5 }] };
  const goal = "CPU beside raw fetch ≤ 1.3 ×; a call ≤ 2.5 µs";
  const intro =
    "# Results of `pnpm bench`\n\nMeasured on 2026-11-25: Node 26.10.0, linux x64, 2 CPUs. Medians of rounds.\n";
  const text = [
    intro,
    renderCeilings([{ ...words, ceilings }]),
    ...[words, plain].map((each) => render({ ...each, ceilings })),
  ].join("\n");
  expect(readResults(text)).toEqual({
    date: "2026-11-25",
    machine: "Node 26.10.0, linux x64, 2 CPUs",
    tables: [
      { ...words, goal, rows: [{ ...rows[0], note: "" }, rows[1]] },
      { ...plain, goal },
    ],
  });
});

test("goals say what was asked for, what was measured, and whether that is enough", () => {
  const ceilings = [
    { what: "CPU", atMost: 1.3, measured: 1.25 },
    { what: "heap", atMost: 5, measured: 5.01, unit: "kB" },
  ];
  const text = renderCeilings([{ title: "A call", how: "", unit: "µs", rows: [], ceilings }]);
  expect(text).toContain("| CPU (A call) | ≤ 1.3 × | 1.25 × | yes |");
  expect(text).toContain("| heap (A call) | ≤ 5 kB | 5.01 kB | **no** |");
});

test("of several runs the median of each number counts", () => {
  const run = (value: number) => ({
    title: "A call",
    how: "",
    unit: "µs",
    rows: [{ name: "ours", value, ratio: value / 10 }],
    ceilings: [{ what: "CPU", atMost: 1, measured: -value }],
  });
  expect(medianTable([run(9), run(1), run(2)])).toEqual({
    ...run(2),
    rows: [{ name: "ours", value: 2, ratio: 0.2, note: undefined }],
  });
});

test("nothing is read of another text", () => expect(readResults("# Results\n")).toBeUndefined());
