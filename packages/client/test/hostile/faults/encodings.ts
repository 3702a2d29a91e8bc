import zlib, { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { Fault, Outcome } from "../fault.ts";
import type { Script } from "../server.ts";
import { reply } from "../scripts.ts";

const responseError: Outcome = { name: "ResponseError" };
const good: Outcome = { name: "resolves", body: { ok: true } };

const JSON_BODY = '{"ok":true}';

function encoded(coding: string, body: Uint8Array): Script {
  return reply(200, body, { "content-encoding": coding });
}

/** Bodies that are compressed, or say they are. */
export const encodingFaults: readonly Fault[] = [
  { name: "gzip, whole", serve: encoded("gzip", gzipSync(JSON_BODY)), expect: good, requests: 1 },
  { name: "deflate, whole", serve: encoded("deflate", deflateSync(JSON_BODY)), expect: good, requests: 1 },
  { name: "brotli, whole", serve: encoded("br", brotliCompressSync(JSON_BODY)), expect: good, requests: 1 },
  ...zstdFaults(),
  { name: "gzip, twice", serve: encoded("gzip, gzip", gzipSync(gzipSync(JSON_BODY))), expect: good, requests: 1 },
  {
    name: "gzip that is none",
    serve: encoded("gzip", Buffer.from(JSON_BODY)),
    expect: { name: "ResponseError", message: /Z_|ERR_|header|brotli|zstd|decompress/i },
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
  { name: "gzip without the header", serve: reply(200, gzipSync(JSON_BODY)), expect: responseError, requests: 1 },
  {
    name: "a coding that nobody knows",
    serve: encoded("rot13", Buffer.from('{"bx":gehr}')),
    expect: responseError,
    requests: 1,
  },
];

/** Where Node has it: from 22.15. */
function zstdFaults(): Fault[] {
  if (!("zstdCompressSync" in zlib)) return [];
  const since = { requests: 1, sinceUndici: 7 };
  return [
    { name: "zstd, whole", serve: encoded("zstd", zlib.zstdCompressSync(JSON_BODY)), expect: good, ...since },
    { name: "zstd that is none", serve: encoded("zstd", Buffer.from(JSON_BODY)), expect: responseError, ...since },
  ];
}

function broken(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 12), Buffer.alloc(8, 0xff), bytes.subarray(20)]);
}

function badChecksum(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(0xdeadbeef, copy.length - 8);
  return copy;
}
