import { bundleSizes, installedSizes } from "./size/sizes.ts";
import type { Folders } from "./peers/callers.ts";
import { editorCosts } from "./types/editor.ts";
import { importTimes } from "./size/imports.ts";
import type { Loopback } from "./runtime/loopback.ts";
import { interleave, interleaveGroups, type Cost, type RoundsEffort } from "./runtime/rounds.ts";
import { outageRequests, socketsOpened } from "./runtime/storms.ts";
import { cpuRows, DEADLINE, ofAll, ofOurs, OURS, valueOf } from "./rows.ts";
import { rowsOf, type Row, type Table } from "./table.ts";

/** How much is measured: enough to see that it runs, or enough to quote. */
export interface Effort extends RoundsEffort {
  readonly socketCalls: number;
  readonly operationCounts: readonly number[];
}

type Measurement = (folders: Folders, effort: Effort, server: Loopback) => Promise<Table[]>;

/** In the order that they are shown. */
export const measurements: readonly Measurement[] = [
  stub,
  nullStub,
  loopback,
  bundles,
  installed,
  imports,
  editor,
  outage,
  sockets,
];

async function stub(folders: Folders, effort: Effort): Promise<Table[]> {
  const costs = await interleave(folders, "stub", { calls: 4_000, inFlight: 1 }, effort);
  return [
    {
      title: "CPU a call, no network",
      how: "Over a stub that makes a real Request and a real Response (2.7 kB of JSON), as any fetch must.",
      unit: "µs",
      ceilings: [{ what: "CPU beside raw fetch + deadline", atMost: 1.1, measured: ofOurs(costs).cpuBeside(DEADLINE) }],
      rows: cpuRows(costs),
    },
  ];
}

async function nullStub(folders: Folders, effort: Effort): Promise<Table[]> {
  const costs = await interleave(
    folders,
    "null",
    { calls: 4_000, inFlight: 1 },
    { ...effort, rounds: Math.ceil(effort.rounds / 3) },
  );
  const heap = new Map([...costs].map(([peer, { heapBytes }]) => [peer, heapBytes / 1000]));
  return [
    {
      title: "Heap a call",
      how: "Bytes allocated, over a stub that returns one prepared response: what is left is the client's own.",
      unit: "kB",
      ceilings: [{ what: "allocated by a call", atMost: 5, measured: ofOurs(costs).heapBytes / 1000, unit: "kB" }],
      rows: rowsOf(heap),
    },
  ];
}

async function loopback(folders: Folders, effort: Effort, server: Loopback): Promise<Table[]> {
  const costs = await interleaveGroups(folders, server.url, { calls: 1_600, inFlight: 64 }, effort);
  const undici = costs.get("@x/telnyx-video over undici") as Cost;
  return [
    {
      title: "CPU a call, over loopback",
      how: "64 calls in flight to a server in another process; the client's process alone is counted. What goes without `fetch` has rounds of its own, with raw fetch.",
      unit: "µs",
      ceilings: [
        { what: "CPU beside raw fetch + deadline", atMost: 1.05, measured: ofOurs(costs).cpuBeside(DEADLINE) },
        { what: "CPU beside hey-api", atMost: 1, measured: ofOurs(costs).cpuBeside("hey-api") },
        { what: "CPU over undici beside raw fetch", atMost: 0.45, measured: undici.cpuRatio },
        { what: "CPU over undici beside undici.request", atMost: 1.05, measured: undici.cpuBeside("undici.request") },
      ],
      rows: cpuRows(costs),
    },
    {
      title: "Heap a call, over loopback",
      how: "Bytes allocated in the same rounds, those of what sends included.",
      unit: "kB",
      ceilings: [{ what: "allocated over undici beside raw fetch", atMost: 0.5, measured: undici.heapRatio }],
      rows: [...costs].map(([name, { heapBytes, heapRatio }]) => ({
        name,
        value: heapBytes / 1000,
        ratio: heapRatio,
      })),
    },
  ];
}

async function bundles(folders: Folders): Promise<Table[]> {
  const sizes = await bundleSizes(folders);
  const [one, both] = [sizes.get(OURS) as number, sizes.get("both vendors") as number];
  return [
    {
      title: "Bundle of an app with one call",
      how: "esbuild, minified, gzipped; kB of 1,000 bytes.",
      unit: "kB",
      ceilings: [
        { what: "one vendor", atMost: 5.9, measured: one / 1000, unit: "kB" },
        { what: "a second vendor", atMost: 0.2, measured: (both - one) / 1000, unit: "kB" },
      ],
      rows: rowsOf(new Map([...sizes].map(([name, bytes]) => [name, bytes / 1000])), false),
    },
  ];
}

async function installed(folders: Folders): Promise<Table[]> {
  const rows = [...(await installedSizes(folders))].map(([name, { bytes, files }]): Row => ({
    name,
    value: bytes / 1_000_000,
    note: `${files.toLocaleString("en-US")} files`,
  }));
  return [
    {
      title: "Installed size",
      how: "One vendor's package with its dependencies.",
      unit: "MB",
      ceilings: [{ what: "installed", atMost: 0.6, measured: valueOf(rows), unit: "MB" }],
      rows,
    },
  ];
}

async function imports(folders: Folders, { rounds }: Effort): Promise<Table[]> {
  const rows = rowsOf(importTimes(folders, rounds), false);
  return [
    {
      title: "First import",
      how: "In a fresh process, over an empty one.",
      unit: "ms",
      ceilings: [{ what: "import", atMost: 8, measured: valueOf(rows), unit: "ms" }],
      rows,
    },
  ];
}

async function editor({ peers }: Folders, { operationCounts }: Effort): Promise<Table[]> {
  const types: Row[] = [];
  const completions: Row[] = [];
  for (const count of operationCounts) {
    for (const [peer, cost] of await editorCosts(peers, count)) {
      const name = `${peer}, ${count.toLocaleString("en-US")} operations`;
      types.push({ name, value: cost.instantiations });
      completions.push({ name, value: cost.completionMs, note: cost.isFound ? undefined : "nothing proposed" });
    }
  }
  return [
    {
      title: "Type instantiations of one call",
      how: "TypeScript 5.9.",
      unit: "types",
      ceilings: ofAll(types, "instantiated", 14, "types"),
      rows: types,
    },
    {
      title: "Editor completion",
      how: "A query parameter's name after a keystroke, in TypeScript's language service.",
      unit: "ms",
      ceilings: ofAll(completions, "completion", 14, "ms"),
      rows: completions,
    },
  ];
}

async function outage(folders: Folders): Promise<Table[]> {
  const rows = rowsOf(await outageRequests(folders), false);
  return [
    {
      title: "Requests of 20 calls in an outage",
      how: "Every response is a 503; 60 calls have met it before.",
      unit: "requests",
      ceilings: [{ what: "sent in an outage", atMost: 24, measured: valueOf(rows), unit: "requests" }],
      rows,
    },
  ];
}

async function sockets(folders: Folders, { socketCalls }: Effort, server: Loopback): Promise<Table[]> {
  const rows = rowsOf(await socketsOpened(folders, server, socketCalls), false);
  return [
    {
      title: `Connections opened by ${socketCalls.toLocaleString("en-US")} calls`,
      how: "100 in flight; a fifth gets an error of 128 kB.",
      unit: "connections",
      ceilings: [{ what: "opened", atMost: 200, measured: valueOf(rows), unit: "connections" }],
      rows,
    },
  ];
}
