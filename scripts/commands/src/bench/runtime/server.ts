import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { responseText } from "./stubs.ts";

// A server in a process of its own, so that its work is not counted as a client's. `/failing`: every fifth response is an
// error of 128 kB. `/connections`: how many were opened since it was last asked.
const FAILURE = Buffer.alloc(128 * 1_000, "x");
let requests = 0;
let connections = 0;

const server = createServer((request, response) => {
  request.resume();
  if (request.url === "/connections") {
    // Without the one that asks.
    send(response, 200, "application/json", JSON.stringify(connections - 1), { connection: "close" });
    connections = 0;
  } else if (request.url?.startsWith("/failing") && ++requests % 5 === 0) send(response, 422, "text/plain", FAILURE);
  else send(response, 200, "application/json", responseText);
});
server.keepAliveTimeout = 60_000;
server.on("connection", () => connections++);
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());

function send(response: ServerResponse, status: number, type: string, body: string | Buffer, more = {}): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body), ...more });
  response.end(body);
}
