import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll } from "vitest";

// The first fetch of a process loads what it needs; no case is to be charged for that.
beforeAll(async () => {
  const server = createServer((_, response) => response.end("{}")).listen(0, "127.0.0.1");
  await new Promise((resolve) => {
    server.once("listening", resolve);
  });
  await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).text();
  server.closeAllConnections();
  server.close();
});
