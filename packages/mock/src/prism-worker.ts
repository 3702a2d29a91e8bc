import { parentPort } from "node:worker_threads";
import type { PrismOrder, PrismResponse } from "./prism-messages.ts";
import { servePrism, type PrismServer } from "./prism.ts";

let server: PrismServer | undefined;

parentPort?.on("message", (order: PrismOrder) => {
  follow(order).then(
    (response) => parentPort?.postMessage(response),
    (thrown: unknown) => {
      const refused = thrown instanceof Error ? thrown.message : String(thrown);
      parentPort?.postMessage({ refused } satisfies PrismResponse);
    },
  );
});

async function follow(order: PrismOrder): Promise<PrismResponse> {
  if (order !== "close") {
    server = await servePrism(order.serve);
    return { port: server.port };
  }
  await server?.close();
  server = undefined;
  return "closed";
}
