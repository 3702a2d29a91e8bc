import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSynthetic, method } from "../support/synthetic-api.ts";
import { transport } from "../support/transport.ts";
import { RESETS, serveHttp2, type Http2End } from "../undici/http2-frames.ts";
import { trusted } from "./faults/tls.ts";

const before = getCACertificates("default");
beforeAll(() => setDefaultCACertificates([...before, trusted.cert]));
afterAll(() => setDefaultCACertificates(before));

// The fetch of Node before 26 does not speak HTTP/2.
const isSpoken = transport !== undefined || Number.parseInt(process.versions.node, 10) >= 26;
const { NO_ERROR, CANCEL, INTERNAL_ERROR, REFUSED_STREAM } = RESETS;

/** JSON that is whole already, so that nothing but the transport can tell that more was to come. */
const BODY = '{"ok":1}';
const OPERATIONS = { open: { ok: 1 }, exportText: BODY, downloadFile: new TextEncoder().encode(BODY) };
const gzipped = gzipSync(BODY);
const cut = gzipSync(`${BODY}${" ".repeat(50)}x`, { level: 0 }).subarray(0, 15 + BODY.length);

/** What an end comes to: the names of the errors that may be told, or none where it is whole, or looks so. */
type Row = readonly [what: string, end: Http2End, told: readonly string[]];
const broken = ["ConnectionError"];
const short = ["ResponseError"];
const ends: readonly Row[] = [
  ["a whole body", { body: BODY }, []],
  ["a whole body of its length", { body: BODY, contentLength: 8 }, []],
  ["a whole gzip body", { body: gzipped, contentLength: gzipped.length, encoding: "gzip" }, []],
  ["an end short of its length", { body: BODY, contentLength: 11 }, [...broken, ...short]],
  ...[INTERNAL_ERROR, REFUSED_STREAM].flatMap((reset): Row[] => [
    [`a reset with code ${reset}`, { body: BODY, reset }, broken],
    [`a reset with code ${reset} short of its length`, { body: BODY, contentLength: 11, reset }, broken],
  ]),
  ...[NO_ERROR, CANCEL].flatMap((reset): Row[] => [
    [`a reset with code ${reset} short of its length`, { body: BODY, contentLength: 11, reset }, short],
    // Hidden by every client on Node.
    [`a reset with code ${reset} and no length`, { body: BODY, reset }, []],
    // `fetch` hides both, as the length is the compressed one.
    [
      `a reset with code ${reset} in gzip`,
      { body: cut, contentLength: 99, encoding: "gzip", reset },
      transport ? short : [],
    ],
  ]),
  ...(["goaway", "fin", "reset"] as const).flatMap((connection): Row[] => [
    [`an end of the connection by ${connection}`, { body: BODY, connection }, broken],
    [
      `an end of the connection by ${connection} short of its length`,
      { body: BODY, contentLength: 11, connection },
      broken,
    ],
  ]),
  ["gzip cut in correct framing", { body: cut, encoding: "gzip" }, transport ? short : []],
];

describe.skipIf(!isSpoken).each(Object.entries(OPERATIONS))("half a body of %s over HTTP/2:", (name, whole) => {
  test.each(ends)("%s", async (_, end, told) => {
    await using server = await serveHttp2(trusted, end);
    const client = createSynthetic({
      apiKey: "the-key-1",
      baseUrl: `${server.origin}/v1`,
      maxRetries: 0,
      timeoutMs: 10_000,
    });
    const outcome = await method(client, name)().catch((error: Error) => error.name);
    expect(told.length ? told : [whole]).toContainEqual(outcome);
  });
});
