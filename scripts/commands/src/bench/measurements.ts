import { bundleSizes, installedSizes } from "./size/sizes.ts";
import type { Folders, Peer } from "./peers/callers.ts";
import { editorCosts } from "./types/editor.ts";
import { importTimes } from "./size/imports.ts";
import type { Loopback } from "./runtime/loopback.ts";
import { interleave, type Cost } from "./runtime/rounds.ts";
import { outageRequests, socketsOpened } from "./runtime/storms.ts";
import { rowsOf, type Row, type Table } from "./table.ts";

/** How much is measured: enough to see that it runs, or enough to quote. */
export interface Effort {
  readonly rounds: number;
  /** V8 compiles the last of undici's hot code after some 20,000 calls; before, a call over loopback costs half as much again. */
  readonly warmUpCalls: number;
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
      goal: "1.3 × raw fetch",
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
      goal: "7 kB",
      rows: rowsOf(heap),
    },
  ];
}

async function loopback(folders: Folders, effort: Effort, server: Loopback): Promise<Table[]> {
  // Two processes share the cores: rounds scatter more than without a network.
  const many = { ...effort, rounds: Math.ceil(effort.rounds * 1.5) };
  const costs = await interleave(folders, { server: server.url }, { calls: 1_600, inFlight: 64 }, many);
  return [
    {
      title: "CPU a call, over loopback",
      how: "64 calls in flight to a server in another process; the client's process alone is counted.",
      unit: "µs",
      goal: "1.15 × raw fetch; over undici 0.45 × raw fetch, 1.05 × undici.request",
      rows: cpuRows(costs),
    },
    {
      title: "Heap a call, over loopback",
      how: "Bytes allocated in the same rounds, those of what sends included.",
      unit: "kB",
      goal: "over undici 0.5 × raw fetch",
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
  return [
    {
      title: "Bundle of an app with one call",
      how: "esbuild, minified, gzipped; kB of 1,000 bytes.",
      unit: "kB",
      goal: "6 kB, a second vendor + 0.3 kB",
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
    { title: "Installed size", how: "One vendor's package with its dependencies.", unit: "MB", goal: "0.5 MB", rows },
  ];
}

async function imports(folders: Folders, { rounds }: Effort): Promise<Table[]> {
  const rows = rowsOf(importTimes(folders, rounds), false);
  return [{ title: "First import", how: "In a fresh process, over an empty one.", unit: "ms", goal: "10 ms", rows }];
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
      goal: "100, however many operations",
      rows: types,
    },
    {
      title: "Editor completion",
      how: "A query parameter's name after a keystroke, in TypeScript's language service.",
      unit: "ms",
      goal: "20 ms at 1,000 operations",
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
      goal: "24",
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
      goal: "200",
      rows,
    },
  ];
}

function cpuRows(costs: ReadonlyMap<Peer, Cost>): Row[] {
  return [...costs].map(([name, { cpuMicroseconds, cpuRatio, failures }]) => ({
    name,
    value: cpuMicroseconds,
    ratio: cpuRatio,
    note: failures ? `${failures} failed` : undefined,
  }));
}
