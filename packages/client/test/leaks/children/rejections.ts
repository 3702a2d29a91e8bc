import { setTimeout as sleep } from "node:timers/promises";
import { createSynthetic, httpOf, method } from "../../support/synthetic-api.ts";

// How many unhandled rejections a failed call leaves, by what the caller holds on to.
let unhandled = 0;
process.on("unhandledRejection", () => (unhandled += 1));
const client = createSynthetic({ apiKey: "key", maxRetries: 0, fetch: async () => new Response("", { status: 404 }) });
const call = (): ReturnType<ReturnType<typeof method>> => method(client, "getThing")({ path: { id: "1" } });
const ignore = (): void => {};

const ways: Record<string, () => unknown> = {
  "nobody awaits": () => call(),
  "nobody awaits withResponse": () => call().withResponse(),
  "both, nobody awaits": () => {
    const promise = call();
    return [promise, promise.withResponse()];
  },
  "the call is caught": () => call().catch(ignore),
  "withResponse is caught": () => call().withResponse().catch(ignore),
  "both are caught": () => {
    const promise = call();
    return [promise.catch(ignore), promise.withResponse().catch(ignore)];
  },
  "refused input, nobody awaits": () => method(client, "getThing")({}),
  "refused input, withResponse": () => method(client, "getThing")({}).withResponse(),
  "openapiFetch, nobody awaits": () => httpOf(client).GET("/nowhere"),
};
const report: Record<string, number> = {};
for (const [name, way] of Object.entries(ways)) {
  unhandled = 0;
  way();
  await sleep(20);
  report[name] = unhandled;
}
console.log(JSON.stringify(report));
