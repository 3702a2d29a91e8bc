import { callers, fetchPeerNames, peerNames, type Folders, type Peer } from "../peers/callers.ts";
import type { Loopback } from "./loopback.ts";
import { createOutage } from "./stubs.ts";
import { startWorker } from "./worker-process.ts";

/** Calls that are enough to spend a budget of a hundred retries. */
const DRAINING_CALLS = 60;

/** Requests that 20 calls make of a vendor that is down, after calls that have met the outage already. */
export async function outageRequests(folders: Folders): Promise<Map<Peer, number>> {
  const counts = fetchPeerNames.map(async (peer): Promise<[Peer, number]> => {
    const { fetch, requests } = createOutage();
    const call = await callers[peer](folders, fetch, "https://api.example.com/v2");
    const calls = (count: number): Promise<unknown> => Promise.allSettled(Array.from({ length: count }, call));
    await calls(DRAINING_CALLS);
    const before = requests();
    await calls(20);
    return [peer, requests() - before];
  });
  return new Map(await Promise.all(counts));
}

/** Connections opened by calls of which a fifth fails with a large body, 100 in flight. */
export async function socketsOpened(folders: Folders, server: Loopback, calls: number): Promise<Map<Peer, number>> {
  const counts = new Map<Peer, number>();
  for (const peer of peerNames) {
    const worker = await startWorker({ peer, folders, over: { server: `${server.url}/failing` } });
    await server.connections();
    await worker.round({ calls, inFlight: 100 });
    counts.set(peer, await server.connections());
    worker.stop();
  }
  return counts;
}
