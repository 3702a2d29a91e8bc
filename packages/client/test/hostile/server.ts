import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Certificate } from "./certificate.ts";

/** One request that a hostile server got, and the socket to do harm on. */
export interface Exchange {
  readonly socket: Socket;
  /** Request line and headers, as they came. */
  readonly head: string;
  /** 1 for the first request to this server. */
  readonly number: number;
  /** 1 for the first request on its connection. */
  readonly onConnection: number;
  /** Aborts the call's signal. */
  readonly abort: () => void;
}

export type Script = (exchange: Exchange) => unknown;

export interface HostileServer {
  readonly origin: string;
  /** Heads of the requests, in order. */
  readonly heads: string[];
  /** Connections that were opened. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export interface ServerOptions {
  /** Runs on every connection, before a request came. */
  readonly onConnect?: ((socket: Socket) => unknown) | undefined;
  readonly certificate?: Certificate | undefined;
  readonly abort?: (() => void) | undefined;
}

/** A server on a raw loopback socket that answers each request by a script, in whatever broken way that likes. */
export async function startServer(script: Script, options: ServerOptions = {}): Promise<HostileServer> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  let opened = 0;
  const serve = (socket: Socket): void => {
    opened += 1;
    sockets.add(socket);
    // A client that hangs up is part of the game.
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    if (options.onConnect?.(socket) === false) return;
    let onConnection = 0;
    let pending: Buffer = Buffer.alloc(0);
    socket.on("data", (data: Buffer) => {
      pending = Buffer.concat([pending, data]);
      for (;;) {
        const end = wholeRequest(pending);
        if (end === undefined) return;
        const head = pending.subarray(0, pending.indexOf("\r\n\r\n")).toString("latin1");
        pending = pending.subarray(end);
        heads.push(head);
        onConnection += 1;
        script({ socket, head, number: heads.length, onConnection, abort: options.abort ?? (() => {}) });
      }
    });
  };
  const server: Server = options.certificate
    ? createTlsServer({ key: options.certificate.key, cert: options.certificate.cert }, serve).on(
        "tlsClientError",
        () => {},
      )
    : createServer(serve);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${options.certificate ? "https" : "http"}://127.0.0.1:${port}`,
    heads,
    connections: () => opened,
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Where the first request ends, or undefined while it has not come whole. */
function wholeRequest(bytes: Buffer): number | undefined {
  const headEnd = bytes.indexOf("\r\n\r\n");
  if (headEnd < 0) return undefined;
  const head = bytes.subarray(0, headEnd).toString("latin1");
  const start = headEnd + 4;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const end = bytes.indexOf("0\r\n\r\n", start);
    return end < 0 ? undefined : end + 5;
  }
  return bytes.length >= start + length ? start + length : undefined;
}
