import { gzipSync } from "node:zlib";
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
const TOO_LARGE: Outcome = { name: "ResponseError", message: /larger than maxResponseBytes \(1000\)/ };
const SMALL_CAP = { maxResponseBytes: 1_000 };
const thousand = (more: number): string => `{"ok":true,"fill":"${"x".repeat(1_000 + more - 21)}"}`;

function encoded(coding: string, body: Uint8Array): Script {
  return reply(200, body, { "content-encoding": coding });
}

/** Bodies at the cap and over it, and those of errors. */
export const capFaults: readonly Fault[] = [
  {
    name: "a gzip bomb",
    serve: encoded("gzip", BOMB),
    expect: { name: "ResponseError", message: /larger than maxResponseBytes \(10485760\)/ },
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
