import { once } from "node:events";
import { createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import type { Certificate } from "./certificate.ts";
import { Http1OnStream } from "./http1-on-stream.ts";
import type { HostileServer, Script } from "./server.ts";

/**
 * A server that plays a script for HTTP/1 over HTTP/2: what it writes comes out as headers and data of a stream, a
 * connection that it ends too early is ended without a word.
 */
export async function startHttp2Server(
  script: Script,
  certificate: Certificate,
  abort: () => void = () => {},
): Promise<HostileServer> {
  const heads: string[] = [];
  const sockets = new Map<number | undefined, Socket>();
  let opened = 0;
  const server = createSecureServer({ key: certificate.key, cert: certificate.cert })
    .on("connection", (socket: Socket) => {
      opened += 1;
      sockets.set(
        socket.remotePort,
        socket.on("error", () => {}),
      );
    })
    .on("sessionError", () => {})
    .on("session", (session) => session.on("error", () => {}))
    .on("stream", async (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
      stream.on("error", () => {});
      const port = stream.session?.socket.remotePort;
      try {
        await stream.resume().toArray();
      } catch {
        // Who called has ended it.
        return;
      }
      const head = headOf(headers);
      heads.push(head);
      const hangUp = (): void => void sockets.get(port)?.resetAndDestroy();
      const socket = new Http1OnStream(stream, headers[":method"] === "HEAD", hangUp) as unknown as Socket;
      script({ socket, head, number: heads.length, onConnection: heads.length, abort });
    });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heads,
    connections: () => opened,
    async close() {
      // It keeps its port: where an agent still has a connection to it, the next server must not be met by that one.
      server.unref();
      for (const socket of sockets.values()) socket.destroy();
    },
  };
}

/** As HTTP/1 would have it, which is what rows look at. */
function headOf(headers: IncomingHttpHeaders): string {
  const lines = Object.entries(headers).filter(([name]) => !name.startsWith(":"));
  const first = `${headers[":method"]} ${headers[":path"]} HTTP/1.1`;
  return [first, ...lines.map(([name, value]) => `${name}: ${String(value)}`)].join("\r\n");
}
