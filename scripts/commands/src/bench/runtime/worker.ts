import { callers, type Folders, type Peer } from "../peers/callers.ts";
import { createNullFetch, stubFetch } from "./stubs.ts";

/** What a worker is started for. */
export interface WorkerTask {
  readonly peer: Peer;
  readonly folders: Folders;
  /** `stub`: a real Request and Response; `null`: next to nothing; else the base URL of a server. */
  readonly over: "stub" | "null" | { readonly server: string };
}

export interface Round {
  readonly calls: number;
  readonly inFlight: number;
}

/** What a round cost this process, a call. */
export interface RoundCost {
  readonly cpuMicroseconds: number;
  readonly heapBytes: number;
  readonly failures: number;
}

// One process a peer: none runs code that another's shapes made slow, none pays for another's garbage.
const { peer, folders, over } = JSON.parse(process.argv[2] ?? "") as WorkerTask;
const fetch = typeof over === "object" ? globalThis.fetch : over === "stub" ? stubFetch : createNullFetch();
const call = await callers[peer](folders, fetch, typeof over === "object" ? over.server : "https://api.example.com/v2");
const { getHeapStatistics } = await import("node:v8");

process.on("message", async (round: Round) => process.send?.(await runRound(round)));
process.send?.("ready");

async function runRound({ calls, inFlight }: Round): Promise<RoundCost> {
  let started = 0;
  let failures = 0;
  const lane = async (): Promise<void> => {
    while (started < calls) {
      started++;
      try {
        await call();
      } catch {
        failures++;
      }
    }
  };
  const heapBefore = getHeapStatistics().total_allocated_bytes;
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const { user, system } = process.cpuUsage(before);
  const heap = getHeapStatistics().total_allocated_bytes - heapBefore;
  return { cpuMicroseconds: (user + system) / calls, heapBytes: heap / calls, failures };
}
