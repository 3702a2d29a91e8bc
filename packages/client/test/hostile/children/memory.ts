import { createSynthetic, method } from "../../support/synthetic-api.ts";

// How much memory this process takes while the client reads a response without end. The server (its address is the
// first parameter) is another process, so that its memory is not counted.
const client = createSynthetic({ apiKey: "key", baseUrl: process.argv[2], maxRetries: 0 });
await method(client, "open")();
globalThis.gc?.();
const before = process.memoryUsage.rss();
let peak = before;
const look = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
const timer = setInterval(look, 2);
const error = await method(client, "anyJson")().catch((thrown: unknown) => thrown);
look();
clearInterval(timer);
console.log(JSON.stringify({ growthMb: Math.round((peak - before) / 1e6), error: String(error) }));
