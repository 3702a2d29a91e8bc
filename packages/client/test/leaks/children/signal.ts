import { getEventListeners } from "node:events";
import { createSynthetic, method } from "../../support/synthetic-api.ts";

// Many calls with one signal, over loopback to the server at the first parameter.
const [baseUrl, count = "1000"] = process.argv.slice(2);
const CALLS = Number(count);
const client = createSynthetic({ apiKey: "key", baseUrl, maxRetries: 0, timeoutMs: 20_000 });
const { signal } = new AbortController();
let mostListeners = 0;

async function run(calls: number): Promise<void> {
  let left = calls;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const call =
        left % 2
          ? method(client, "listThings")({}, { signal })
          : method(client, "getThing")({ path: { id: String(left % 7) } }, { signal });
      await (left % 3 ? call : call.withResponse()).catch(() => {});
      if (left % 1_000 === 0) mostListeners = Math.max(mostListeners, getEventListeners(signal, "abort").length);
    }
  };
  await Promise.all(Array.from({ length: 64 }, lane));
}

function heapMb(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

await run(CALLS / 10);
const heapBefore = heapMb();
await run(CALLS);
const heapAfter = heapMb();
const report = {
  listeners: getEventListeners(signal, "abort").length,
  mostListeners,
  timers: process.getActiveResourcesInfo().filter((name) => name === "Timeout").length,
  heapGrowthMb: Number((heapAfter - heapBefore).toFixed(2)),
};
console.log(JSON.stringify(report));
