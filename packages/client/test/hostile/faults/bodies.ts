import type { Fault, Outcome } from "../fault.ts";
import { chunk, drip, head, send, sendAndClose, sendAndReset } from "../scripts.ts";

const connectionError: Outcome = { name: "ConnectionError" };
const timeoutError: Outcome = { name: "TimeoutError" };
const good: Outcome = { name: "resolves", body: { ok: true } };
const SOON = { timeoutMs: 600 };

const JSON_BODY = '{"ok":true}';
const CHUNKED = head(200, { "transfer-encoding": "chunked" });

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
];
