import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { runChild } from "../support/child.ts";
import { chunk, fine, flood, head, message, sendAndClose } from "./scripts.ts";
import { startServer, type Script } from "./server.ts";

const GIB = 2 ** 30;
const piece = Buffer.alloc(65_536, 32);

/** A gigabyte of spaces in a megabyte: gzip members may follow each other (RFC 1952, 2.2). */
const member = gzipSync(Buffer.alloc(2 ** 24, 32));
const bomb = Buffer.concat(Array.from({ length: 64 }, () => member));

const answers: [string, Script][] = [
  ["a gzip bomb of 1 GiB", sendAndClose(message(200, bomb, { "content-encoding": "gzip" }))],
  ["a gzip bomb of 1 GiB as an error", sendAndClose(message(500, bomb, { "content-encoding": "gzip" }))],
  ["a gzip bomb in a gzip bomb", sendAndClose(message(200, gzipSync(bomb), { "content-encoding": "gzip, gzip" }))],
  ["a body of 1 GiB", flood(head(200, { "content-length": GIB }), piece)],
  ["a body of 1 GiB as an error", flood(head(404, { "content-length": GIB }), piece)],
  ["chunks without end", flood(head(200, { "transfer-encoding": "chunked" }), chunk(piece))],
];

describe("memory", () => {
  test.each(answers)("grows by less than 100 MB by %s", async (_, answer) => {
    const server = await startServer((exchange) => (exchange.number === 1 ? fine : answer)(exchange));
    const { report } = await runChild<{ growthMb: number; error: string }>(
      new URL("children/memory.ts", import.meta.url),
      [`${server.origin}/v1`],
      ["--expose-gc"],
    );
    await server.close();
    console.info(`${_}: ${report.growthMb} MB`);
    expect(report.error).toMatch(/^ResponseError: .*larger than maxResponseBytes \(10485760\)/);
    expect(report.growthMb).toBeLessThan(100);
  });
});
