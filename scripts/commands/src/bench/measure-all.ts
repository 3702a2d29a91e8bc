import { measurements, type Effort } from "./measurements.ts";
import { bundleHeyApi, bundleRedocly, generateHeyApi, installOurs, installPeers, readSpec } from "./peers/peers.ts";
import { startLoopback } from "./runtime/loopback.ts";
import type { Table } from "./table.ts";

const QUICK: Effort = { rounds: 3, warmUpCalls: 500, settlingRounds: 0, socketCalls: 500, operationCounts: [10] };
const FULL: Effort = {
  rounds: 10,
  warmUpCalls: 45_000,
  settlingRounds: 20,
  socketCalls: 5_000,
  operationCounts: [10, 100, 1_000],
};

/** Who hears how far it is. */
interface Listeners {
  progress(number: number, total: number, name: string): void;
  done(table: Table): void;
}

/** All measurements, one after the other. */
export async function measureAll(isQuick: boolean, { progress, done }: Listeners): Promise<Table[]> {
  const peers = await installPeers();
  const ours = await installOurs(peers);
  const heyApi = await bundleHeyApi(await generateHeyApi(peers, readSpec("telnyx-video")));
  const redocly = await bundleRedocly(peers, "telnyx-video");
  const server = await startLoopback();
  const tables: Table[] = [];
  try {
    for (const [index, measure] of measurements.entries()) {
      progress(index + 1, measurements.length, measure.name);
      for (const table of await measure({ peers, ours, heyApi, redocly }, isQuick ? QUICK : FULL, server)) {
        tables.push(table);
        done(table);
      }
    }
  } finally {
    server.stop();
  }
  return tables;
}
