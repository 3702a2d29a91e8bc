import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:tls";
import type { Certificate } from "../hostile/certificate.ts";

const DATA = 0;
const HEADERS = 1;
const RST_STREAM = 3;
const SETTINGS = 4;
const GOAWAY = 7;
const END_STREAM = 1;
const ACK = 1;
const END_HEADERS = 4;
const PREFACE_BYTES = 24;
const FRAME_HEAD_BYTES = 9;

/** Error codes of a reset (RFC 9113, section 7). */
export const RESETS = { NO_ERROR: 0, INTERNAL_ERROR: 2, REFUSED_STREAM: 7, CANCEL: 8 };

/** How a response's body ends. */
export interface Http2End {
  readonly body: string | Uint8Array;
  readonly contentLength?: number;
  /** Of the body. */
  readonly encoding?: "gzip";
  /** A reset; without it, an orderly end. */
  readonly reset?: number;
  /** An end of the whole connection in place of the stream's. */
  readonly connection?: "goaway" | "fin" | "reset";
}

/**
 * A server of raw HTTP/2 frames (RFC 9113): `node:http2` ends a stream in order before it resets it, and so can't send
 * what a dying server does.
 */
export async function serveHttp2(
  certificate: Certificate,
  end: Http2End,
): Promise<AsyncDisposable & { readonly origin: string }> {
  const sockets = new Set<Socket>();
  const server = createServer({ ...certificate, ALPNProtocols: ["h2"] }, (socket) => {
    sockets.add(socket.on("error", () => {}));
    let pending = Buffer.alloc(0);
    let skip = PREFACE_BYTES;
    socket.write(frame(SETTINGS, 0, 0));
    socket.on("data", (data: Buffer) => {
      pending = Buffer.concat([pending, data]);
      if (pending.length < skip) return;
      pending = pending.subarray(skip);
      skip = 0;
      while (pending.length >= FRAME_HEAD_BYTES && pending.length >= FRAME_HEAD_BYTES + pending.readUIntBE(0, 3)) {
        const [type, flags, stream] = [pending[3], pending[4] as number, pending.readUInt32BE(5)];
        pending = pending.subarray(FRAME_HEAD_BYTES + pending.readUIntBE(0, 3));
        if (type === SETTINGS && !(flags & ACK)) socket.write(frame(SETTINGS, ACK, 0));
        if (type !== HEADERS) continue;
        socket.write(response(stream, end), () => {
          if (end.connection === "reset") socket.destroy();
          else if (end.connection) socket.end();
        });
      }
    });
  }).on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function response(stream: number, { body, contentLength, encoding, reset, connection }: Http2End): Buffer {
  // HPACK (RFC 7541): `:status: 200` is entry 8, `content-encoding` 26 and `content-length` 28 of the static table.
  const headers: Buffer[] = [Buffer.from([0x88])];
  if (contentLength !== undefined) headers.push(literal(28, String(contentLength)));
  if (encoding) headers.push(literal(26, encoding));
  const isEnd = reset === undefined && !connection;
  const frames: Buffer[] = [
    frame(HEADERS, END_HEADERS, stream, Buffer.concat(headers)),
    frame(DATA, isEnd ? END_STREAM : 0, stream, Buffer.from(body)),
  ];
  if (reset !== undefined) frames.push(frame(RST_STREAM, 0, stream, number(reset)));
  // The last stream that was heeded, and NO_ERROR.
  if (connection === "goaway") frames.push(frame(GOAWAY, 0, 0, Buffer.concat([number(stream), number(0)])));
  return Buffer.concat(frames);
}

/** A header by the name of an entry, not indexed. */
function literal(entry: number, value: string): Buffer {
  return Buffer.concat([Buffer.from([0x0f, entry - 15, value.length]), Buffer.from(value)]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function frame(type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(FRAME_HEAD_BYTES);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}
