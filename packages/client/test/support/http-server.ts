import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on loopback, closed with what is left on it at the end of its block. */
export async function listening(server: Server): Promise<AsyncDisposable & { origin: string; port: number }> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export function serve(respond: RequestListener): ReturnType<typeof listening> {
  return listening(createServer(respond));
}

/** What a request carries, as bytes. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  return Buffer.concat(await request.toArray());
}
