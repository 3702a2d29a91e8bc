import { parentPort } from "node:worker_threads";
import type { PrismOrder, PrismResponse } from "./prism-messages.ts";
import type { PrismServer } from "./prism.ts";

// Nobody reads what Prism and its libraries write, and text that waits to be read keeps the process alive.
process.stdout.write = process.stderr.write = () => true;

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
    const { servePrism } = await import("./prism.ts");
    server = await servePrism(order.serve);
    return { port: server.port };
  }
  await server?.close();
  server = undefined;
  return "closed";
}
