import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came, before anybody made something of it. */
export interface Received {
  readonly method: string;
  /** Path and query, as on the wire. */
  readonly target: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A server on loopback that keeps the last request. */
export interface EchoServer extends AsyncDisposable {
  readonly url: string;
  /** The request since the last time that it was asked for. */
  take(): Received | undefined;
}

export async function startEcho(): Promise<EchoServer> {
  let last: Received | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => void chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
      last = { method, target: url, headers: Object.fromEntries(texts), body: Buffer.concat(chunks) };
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = last;
      last = undefined;
      return taken;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
