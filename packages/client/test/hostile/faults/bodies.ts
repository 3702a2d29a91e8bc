import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import type { Fault, Outcome } from "../fault.ts";
import type { Script } from "../server.ts";
import { chunk, drip, flood, head, reply, send, sendAndClose, sendAndReset } from "../scripts.ts";

const connectionError: Outcome = { name: "ConnectionError" };
const timeoutError: Outcome = { name: "TimeoutError" };
const responseError: Outcome = { name: "ResponseError" };
const good: Outcome = { name: "resolves", body: { ok: true } };
const SOON = { timeoutMs: 600 };

const JSON_BODY = '{"ok":true}';
const CHUNKED = head(200, { "transfer-encoding": "chunked" });
const FAILED_CHUNKED = head(500, { "transfer-encoding": "chunked" });
const MIB = 2 ** 20;
/** 64 MiB of zeroes in 64 kB. */
const BOMB = gzipSync(Buffer.alloc(64 * MIB));
const TOO_LARGE: Outcome = { name: "ResponseError", message: /larger than 1000 bytes/ };
const SMALL_CAP = { maxResponseBytes: 1_000 };
const thousand = (more: number): string => `{"ok":true,"fill":"${"x".repeat(1_000 + more - 21)}"}`;

function encoded(coding: string, body: Uint8Array): Script {
  return reply(200, body, { "content-encoding": coding });
}

/** What goes wrong while the body comes. */
export const bodyFaults: readonly Fault[] = [
  {
    name: "a body that never starts",
    serve: send(head(200, { "content-length": 11 })),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "a body that stalls half-way",
    serve: send(head(200, { "content-length": 11 }), JSON_BODY.slice(0, 5)),
    call: SOON,
    expect: timeoutError,
    requests: 1,
    quick: true,
  },
  {
    name: "a body that lacks its last byte and stalls",
    serve: send(head(200, { "content-length": 12 }), JSON_BODY),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "a body that drips for ever",
    serve: drip(CHUNKED, chunk(" ")),
    call: SOON,
    expect: timeoutError,
    requests: 1,
    quick: true,
  },
  {
    name: "an event stream that never ends",
    serve: drip(
      head(200, { "content-type": "text/event-stream", "transfer-encoding": "chunked" }),
      chunk("data: {}\n\n"),
    ),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "a body closed half-way",
    serve: sendAndClose(head(200, { "content-length": 11 }), JSON_BODY.slice(0, 5)),
    expect: connectionError,
    requests: 1,
    quick: true,
  },
  {
    name: "a body reset half-way",
    serve: sendAndReset(head(200, { "content-length": 11 }), JSON_BODY.slice(0, 5)),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a body reset before its first byte",
    serve: sendAndReset(head(200, { "content-length": 11 })),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a body longer than its length",
    serve: sendAndClose(head(200, { "content-length": 11 }), `${JSON_BODY}{"more":1}`),
    expect: good,
    requests: 1,
  },
  {
    name: "a body cut by a length too short",
    serve: send(head(200, { "content-length": 6 }), JSON_BODY),
    expect: { name: "ResponseError", message: /not JSON/ },
    requests: 1,
  },
  {
    name: "a body without a length, cut",
    serve: sendAndClose(head(200), JSON_BODY.slice(0, 5)),
    expect: { name: "ResponseError", message: /not JSON/ },
    requests: 1,
  },
  { name: "a body without a length, whole", serve: sendAndClose(head(200), JSON_BODY), expect: good, requests: 1 },
  {
    name: "a length of nothing and a body",
    serve: send(head(200, { "content-length": 0 }), JSON_BODY),
    expect: { name: "ResponseError", message: /empty/ },
    requests: 1,
  },
  {
    name: "chunks closed half-way",
    serve: sendAndClose(CHUNKED, chunk(JSON_BODY)),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "chunks reset half-way",
    serve: sendAndReset(CHUNKED, chunk(JSON_BODY)),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "chunks that stall before their end",
    serve: send(CHUNKED, chunk(JSON_BODY)),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "a chunk size that is no number",
    serve: send(CHUNKED, "zz\r\n{}\r\n0\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a negative chunk size",
    serve: send(CHUNKED, "-2\r\n{}\r\n0\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a chunk size beyond 64 bits",
    serve: send(CHUNKED, "fffffffffffffffff\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a chunk longer than its size",
    serve: send(CHUNKED, "2\r\n{}{}\r\n0\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a chunk shorter than its size",
    serve: sendAndClose(CHUNKED, "ff\r\n{}\r\n0\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  { name: "chunks without line ends", serve: sendAndClose(CHUNKED, "2{}0"), expect: connectionError, requests: 1 },
  {
    name: "chunks with extensions and trailers",
    serve: send(CHUNKED, `b;a=b\r\n${JSON_BODY}\r\n0\r\nx-sum: 1\r\n\r\n`),
    expect: good,
    requests: 1,
  },
  {
    name: "a chunk for every byte",
    serve: send(CHUNKED, ...JSON_BODY.split("").map(chunk), chunk("")),
    expect: good,
    requests: 1,
  },
  {
    name: "no chunk but the last",
    serve: send(CHUNKED, chunk("")),
    expect: { name: "ResponseError", message: /empty/ },
    requests: 1,
  },
  { name: "gzip, whole", serve: encoded("gzip", gzipSync(JSON_BODY)), expect: good, requests: 1 },
  { name: "deflate, whole", serve: encoded("deflate", deflateSync(JSON_BODY)), expect: good, requests: 1 },
  { name: "brotli, whole", serve: encoded("br", brotliCompressSync(JSON_BODY)), expect: good, requests: 1 },
  { name: "zstd, whole", serve: encoded("zstd", zstdCompressSync(JSON_BODY)), expect: good, requests: 1 },
  { name: "gzip, twice", serve: encoded("gzip, gzip", gzipSync(gzipSync(JSON_BODY))), expect: good, requests: 1 },
  {
    name: "gzip that is none",
    serve: encoded("gzip", Buffer.from(JSON_BODY)),
    expect: { name: "ResponseError", message: /decompress/ },
    requests: 1,
    quick: true,
  },
  {
    name: "gzip with a broken middle",
    serve: encoded("gzip", broken(gzipSync(JSON_BODY.repeat(50)))),
    expect: responseError,
    requests: 1,
  },
  {
    name: "gzip with a broken checksum",
    serve: encoded("gzip", badChecksum(gzipSync(JSON_BODY))),
    expect: responseError,
    requests: 1,
  },
  {
    name: "gzip, cut",
    serve: encoded("gzip", gzipSync(`{"fill":"${"ab".repeat(500)}"}`).subarray(0, 20)),
    expect: responseError,
    requests: 1,
  },
  {
    name: "deflate that is none",
    serve: encoded("deflate", Buffer.from([0x78, 0x9c, 0xff, 0xff, 0xff])),
    expect: responseError,
    requests: 1,
  },
  { name: "brotli that is none", serve: encoded("br", Buffer.from(JSON_BODY)), expect: responseError, requests: 1 },
  { name: "zstd that is none", serve: encoded("zstd", Buffer.from(JSON_BODY)), expect: responseError, requests: 1 },
  { name: "gzip without the header", serve: reply(200, gzipSync(JSON_BODY)), expect: responseError, requests: 1 },
  {
    name: "a coding that nobody knows",
    serve: encoded("rot13", Buffer.from('{"bx":gehr}')),
    expect: responseError,
    requests: 1,
  },
  {
    name: "a gzip bomb",
    serve: encoded("gzip", BOMB),
    expect: { name: "ResponseError", message: /larger than 10485760 bytes/ },
    requests: 1,
    quick: true,
  },
  {
    name: "a gzip bomb within a gzip bomb",
    serve: encoded("gzip, gzip", gzipSync(BOMB)),
    expect: { name: "ResponseError", message: /larger/ },
    requests: 1,
  },
  {
    name: "a gzip bomb as an error",
    serve: reply(500, BOMB, { "content-encoding": "gzip" }),
    expect: { name: "ResponseError", status: 500 },
    requests: 1,
  },
  {
    name: "a body exactly at the cap",
    serve: reply(200, thousand(0)),
    call: SMALL_CAP,
    expect: { name: "resolves" },
    requests: 1,
  },
  {
    name: "a body one byte over the cap",
    serve: reply(200, thousand(1)),
    call: SMALL_CAP,
    expect: TOO_LARGE,
    requests: 1,
    quick: true,
  },
  {
    name: "a body one byte over the client's cap",
    serve: reply(200, thousand(1)),
    client: SMALL_CAP,
    expect: TOO_LARGE,
    requests: 1,
  },
  {
    name: "a body that is gzipped under the cap and is over it",
    serve: encoded("gzip", gzipSync(thousand(1))),
    call: SMALL_CAP,
    expect: TOO_LARGE,
    requests: 1,
  },
  {
    name: "a length of 1 TiB",
    serve: flood(head(200, { "content-length": 2 ** 40 }), Buffer.alloc(65_536, 32)),
    expect: { name: "ResponseError", message: /larger/ },
    requests: 1,
  },
  {
    name: "chunks without end",
    serve: flood(CHUNKED, chunk(Buffer.alloc(65_536, 32))),
    expect: { name: "ResponseError", message: /larger/ },
    requests: 1,
  },
  {
    name: "an error body one byte over the cap",
    serve: reply(404, thousand(1)),
    call: SMALL_CAP,
    expect: { name: "ResponseError", status: 404 },
    requests: 1,
  },
  {
    name: "an error body without end",
    serve: flood(FAILED_CHUNKED, chunk(Buffer.alloc(65_536, 32))),
    expect: { name: "ResponseError", status: 500 },
    requests: 1,
  },
  {
    name: "an error body that stalls",
    serve: send(head(500, { "content-length": 11 }), JSON_BODY.slice(0, 5)),
    call: SOON,
    expect: timeoutError,
    requests: 1,
    quick: true,
  },
  {
    name: "an error body that drips for ever",
    serve: drip(FAILED_CHUNKED, chunk(" ")),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "an error body closed half-way",
    serve: sendAndClose(head(500, { "content-length": 11 }), JSON_BODY.slice(0, 5)),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "an error body reset half-way",
    serve: sendAndReset(head(404, { "content-length": 11 }), JSON_BODY.slice(0, 5)),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "an error body of broken gzip",
    serve: reply(500, JSON_BODY, { "content-encoding": "gzip" }),
    expect: responseError,
    requests: 1,
  },
  {
    name: "an error body of broken chunks",
    serve: send(FAILED_CHUNKED, "zz\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a body that fails is retried",
    serve: ({ number, socket }) =>
      sendAndReset(head(200, { "content-length": 11 }), number === 1 ? "{" : JSON_BODY)({ socket } as never),
    call: { maxRetries: 1 },
    expect: { name: "resolves", body: { ok: true } },
    requests: 2,
  },
  {
    name: "a stalled body is retried",
    serve: ({ number, socket }) =>
      socket.write(
        number === 1
          ? head(200, { "content-length": 11 })
          : Buffer.concat([head(200, { "content-length": 11 }), Buffer.from(JSON_BODY)]),
      ),
    call: { maxRetries: 1, timeoutMs: 400 },
    expect: good,
    requests: 2,
  },
];

function broken(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 12), Buffer.alloc(8, 0xff), bytes.subarray(20)]);
}

function badChecksum(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(0xdeadbeef, copy.length - 8);
  return copy;
}
