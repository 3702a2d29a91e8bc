import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:tls";
import type { Certificate } from "../hostile/certificate.ts";

const DATA = 0;
const HEADERS = 1;
const RST_STREAM = 3;
const SETTINGS = 4;
const END_STREAM = 1;
const ACK = 1;
const END_HEADERS = 4;
const PREFACE_BYTES = 24;
const FRAME_HEAD_BYTES = 9;

/** Error codes of a reset (RFC 9113, section 7). */
export const RESETS = { NO_ERROR: 0, INTERNAL_ERROR: 2, REFUSED_STREAM: 7, CANCEL: 8 };

/** How a response's body ends. */
export interface Http2End {
  readonly body: string;
  readonly contentLength?: number;
  /** A reset; without it, an orderly end. */
  readonly reset?: number;
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
        if (type === HEADERS) socket.write(response(stream, end));
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

function response(stream: number, { body, contentLength, reset }: Http2End): Buffer {
  // HPACK (RFC 7541): `:status: 200` is entry 8, `content-length` entry 28 of the static table.
  const length = contentLength === undefined ? [] : [0x0f, 0x0d, String(contentLength).length];
  const headers = Buffer.concat([Buffer.from([0x88, ...length]), Buffer.from(String(contentLength ?? ""))]);
  const code = Buffer.alloc(4);
  code.writeUInt32BE(reset ?? 0);
  return Buffer.concat([
    frame(HEADERS, END_HEADERS, stream, headers),
    frame(DATA, reset === undefined ? END_STREAM : 0, stream, Buffer.from(body)),
    reset === undefined ? Buffer.alloc(0) : frame(RST_STREAM, 0, stream, code),
  ]);
}

function frame(type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(FRAME_HEAD_BYTES);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}
