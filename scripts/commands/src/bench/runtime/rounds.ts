import { median } from "../median.ts";
import { fetchPeerNames, peerNames, type Folders, type Peer } from "../peers/callers.ts";
import { startWorker, type Worker } from "./worker-process.ts";
import type { Round, RoundCost, WorkerTask } from "./worker.ts";

/** What each peer's calls cost: the median of its rounds, and the medians of the rounds' ratios to raw fetch. */
export interface Cost {
  readonly cpuMicroseconds: number;
  readonly cpuRatio: number;
  readonly heapBytes: number;
  readonly heapRatio: number;
  readonly failures: number;
  /** The median of the rounds' ratios to another peer. */
  cpuBeside(peer: Peer): number;
}

/**
 * Rounds of calls, every peer in turn and raw fetch first each time, so that what else the machine does hits all of
 * them alike.
 */
export async function interleave(
  folders: Folders,
  over: WorkerTask["over"],
  round: Round,
  { rounds, warmUpCalls }: { readonly rounds: number; readonly warmUpCalls: number },
): Promise<Map<Peer, Cost>> {
  const peers = typeof over === "object" ? peerNames : fetchPeerNames;
  const costs = new Map<Peer, RoundCost[]>(peers.map((peer) => [peer, []]));
  const workers = new Map<Peer, Worker>();
  try {
    for (const peer of peers) workers.set(peer, await startWorker({ peer, folders, over }));
    for (const worker of workers.values()) await worker.round({ ...round, calls: warmUpCalls });
    for (let n = 0; n < rounds; n++) {
      for (const [peer, worker] of workers) costs.get(peer)?.push(await worker.round(round));
    }
  } finally {
    for (const worker of workers.values()) worker.stop();
  }
  const raw = costs.get("raw fetch") ?? [];
  const cpuBeside = (own: readonly RoundCost[], other: readonly RoundCost[] = []): number =>
    median(own.map((cost, n) => cost.cpuMicroseconds / (other[n] as RoundCost).cpuMicroseconds));
  return new Map(
    [...costs].map(([peer, own]) => [
      peer,
      {
        cpuMicroseconds: median(own.map((cost) => cost.cpuMicroseconds)),
        cpuRatio: cpuBeside(own, raw),
        heapBytes: median(own.map((cost) => cost.heapBytes)),
        heapRatio: median(own.map((cost, n) => cost.heapBytes / (raw[n] as RoundCost).heapBytes)),
        failures: own.reduce((sum, cost) => sum + cost.failures, 0),
        cpuBeside: (other: Peer) => cpuBeside(own, costs.get(other)),
      },
    ]),
  );
}
