import { median } from "../median.ts";
import { fetchPeerNames, peerGroups, type Folders, type Peer, type PeerGroup } from "../peers/callers.ts";
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

/** How long a peer's process runs before it is measured, and how often it is. */
export interface RoundsEffort {
  readonly rounds: number;
  /** V8 compiles the last of the hot code after some 45,000 calls; before, a call over loopback costs up to half as much again. */
  readonly warmUpCalls: number;
  /**
   * Rounds that are not counted. A round is a burst, the warm-up is not: for the first twenty V8 compiles again what it
   * gave up at a round's end, and a call costs up to half as much again.
   */
  readonly settlingRounds: number;
}

/**
 * Rounds of calls, every peer in turn, so that what else the machine does hits all of them alike. Another is first in each
 * set of processes.
 */
export async function interleave(
  folders: Folders,
  over: WorkerTask["over"],
  round: Round,
  effort: RoundsEffort,
  { peers, processes }: PeerGroup = { peers: fetchPeerNames, processes: 1 },
): Promise<Map<Peer, Cost>> {
  const costs = new Map<Peer, RoundCost[]>(peers.map((peer) => [peer, []]));
  for (let n = 0; n < processes; n++) {
    const order = [...peers.slice(n), ...peers.slice(0, n)];
    for (const [peer, cost] of await roundsOf(order, folders, over, round, effort)) costs.get(peer)?.push(cost);
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

/**
 * Rounds over a server, one group of peers after the other: what is compared runs close together in time. With all of
 * them in turn, two seconds would lie between a peer's rounds.
 */
export async function interleaveGroups(
  folders: Folders,
  server: string,
  round: Round,
  effort: RoundsEffort,
): Promise<Map<Peer, Cost>> {
  const costs = new Map<Peer, Cost>();
  for (const group of peerGroups) {
    const ofGroup = await interleave(folders, { server }, round, effort, group);
    for (const [peer, cost] of ofGroup) if (!costs.has(peer)) costs.set(peer, cost);
  }
  return costs;
}

/** What each round cost, in the order that they ran, by one process a peer. */
async function roundsOf(
  peers: readonly Peer[],
  folders: Folders,
  over: WorkerTask["over"],
  round: Round,
  { rounds, warmUpCalls, settlingRounds }: RoundsEffort,
): Promise<[Peer, RoundCost][]> {
  const costs: [Peer, RoundCost][] = [];
  const workers = new Map<Peer, Worker>();
  try {
    for (const peer of peers) workers.set(peer, await startWorker({ peer, folders, over }));
    for (const worker of workers.values()) await worker.round({ ...round, calls: warmUpCalls });
    for (let n = -settlingRounds; n < rounds; n++) {
      for (const [peer, worker] of workers) {
        const cost = await worker.round(round);
        if (n >= 0) costs.push([peer, cost]);
      }
    }
  } finally {
    for (const worker of workers.values()) worker.stop();
  }
  return costs;
}
