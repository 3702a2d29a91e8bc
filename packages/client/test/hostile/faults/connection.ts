import type { Fault } from "../fault.ts";
import { drip, fine, flood, head, inTurn, message, reply, send, sendAndClose, sendAndReset } from "../scripts.ts";

const connectionError = { name: "ConnectionError" } as const;
const timeoutError = { name: "TimeoutError" } as const;
const SOON = { timeoutMs: 600 };

/** What goes wrong until the headers are there. */
export const connectionFaults: readonly Fault[] = [
  {
    name: "nobody listens",
    client: { baseUrl: "http://127.0.0.1:1" },
    expect: { ...connectionError, message: /ECONNREFUSED|bad port/ },
    requests: 0,
  },
  {
    name: "the connection is closed at once",
    onConnect: (socket) => socket.destroy(),
    expect: connectionError,
    requests: 0,
  },
  {
    name: "the connection is reset at once",
    onConnect: (socket) => socket.resetAndDestroy(),
    expect: connectionError,
    requests: 0,
  },
  {
    name: "the request is never read",
    onConnect: (socket) => {
      socket.pause();
      return false;
    },
    call: SOON,
    expect: timeoutError,
    requests: 0,
  },
  {
    name: "headers never come",
    serve: () => {},
    call: SOON,
    expect: { ...timeoutError, message: /within 600 ms/ },
    requests: 1,
    quick: true,
  },
  {
    name: "reset instead of an answer",
    serve: sendAndReset(),
    expect: { ...connectionError, message: /ECONNRESET|closed/i },
    requests: 1,
    quick: true,
  },
  { name: "closed instead of an answer", serve: sendAndClose(), expect: connectionError, requests: 1 },
  { name: "stalls within the status line", serve: send("HTTP/1.1 20"), call: SOON, expect: timeoutError, requests: 1 },
  {
    name: "stalls within the headers",
    serve: send("HTTP/1.1 200 OK\r\ncontent-ty"),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "drips headers for ever",
    serve: drip("HTTP/1.1 200 OK\r\n", "x-a: b\r\n"),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "floods headers for ever",
    serve: flood("HTTP/1.1 200 OK\r\n", `x-a: ${"b".repeat(1_000)}\r\n`),
    expect: connectionError,
    requests: 1,
  },
  { name: "reset within the status line", serve: sendAndReset("HTTP/1.1 2"), expect: connectionError, requests: 1 },
  {
    name: "reset within the headers",
    serve: sendAndReset("HTTP/1.1 200 OK\r\ncontent-"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "closed within the headers",
    serve: sendAndClose("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "answers garbage",
    serve: sendAndClose("\u0000\u0001\u0002 not http at all\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  { name: "answers a body alone", serve: sendAndClose('{"ok":true}'), expect: connectionError, requests: 1 },
  {
    name: "answers as an SSH server",
    serve: sendAndClose("SSH-2.0-OpenSSH_9.6\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "answers with HTTP/2 frames",
    serve: sendAndClose(Buffer.from("000000040000000000", "hex")),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "answers with HTTP/9.9",
    serve: sendAndClose("HTTP/9.9 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a status that is no number",
    serve: sendAndClose("HTTP/1.1 abc OK\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a status of two digits",
    serve: sendAndClose("HTTP/1.1 99 OK\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a status of four digits",
    serve: sendAndClose("HTTP/1.1 1000 OK\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "status 600",
    serve: reply(600, "{}"),
    expect: { name: "ResponseError", status: 600 },
    requests: 1,
    quick: true,
  },
  { name: "status 999", serve: reply(999, "{}"), expect: { name: "ResponseError", status: 999 }, requests: 1 },
  {
    name: "a header without a colon",
    serve: sendAndClose("HTTP/1.1 200 OK\r\nnonsense\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a header with NUL in its value",
    serve: sendAndClose("HTTP/1.1 200 OK\r\nx-a: b\u0000c\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a header with a space in its name",
    serve: sendAndClose("HTTP/1.1 200 OK\r\nx a: b\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a header of 1 MB",
    serve: reply(200, "{}", { "x-big": "b".repeat(1_000_000) }),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "10,000 headers",
    serve: reply(200, "{}", Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x-${at}`, "b"]))),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "latin-1 in a header's value",
    serve: reply(200, "{}", { "x-name": "Zo\u00eb" }),
    expect: { name: "resolves" },
    requests: 1,
  },
  {
    name: "length and chunks at once",
    serve: send(head(200, { "content-length": 2, "transfer-encoding": "chunked" }), "2\r\n{}\r\n0\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "two different lengths",
    serve: send("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 20\r\n\r\n{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a negative length",
    serve: send(head(200, { "content-length": -5 }), "{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a length that is no number",
    serve: send(head(200, { "content-length": "two" }), "{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a length beyond 64 bits",
    serve: send(head(200, { "content-length": "99999999999999999999999" }), "{}"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "early hints, then a good answer",
    serve: send("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n", message(200, '{"ok":1}')),
    expect: { name: "resolves", body: { ok: 1 } },
    requests: 1,
  },
  {
    name: "early hints for ever",
    serve: drip("", "HTTP/1.1 103 Early Hints\r\n\r\n"),
    call: SOON,
    expect: timeoutError,
    requests: 1,
  },
  {
    name: "100 Continue, unasked, then nothing",
    serve: send("HTTP/1.1 100 Continue\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "101 Switching Protocols, unasked",
    serve: send("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n"),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "the keep-alive race: closed as the next request arrives",
    warm: true,
    serve: inTurn(sendAndReset(), fine),
    call: { maxRetries: 1 },
    expect: { name: "resolves", body: { ok: true } },
    requests: 2,
    quick: true,
  },
  {
    name: "the keep-alive race with a POST: not repeated",
    warm: true,
    operation: "createThing",
    input: { body: {} },
    serve: sendAndReset(),
    call: { maxRetries: 2 },
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a second answer that nobody asked for",
    serve: send(message(200, '{"ok":1}'), message(200, '{"ok":2}')),
    expect: { name: "resolves", body: { ok: 1 } },
    requests: 1,
  },
  {
    name: "a custom fetch that throws",
    client: {
      fetch: () => {
        throw new Error("proxy is down");
      },
    },
    expect: { ...connectionError, message: /proxy is down/ },
    requests: 0,
  },
  {
    name: "a custom fetch that rejects with undefined",
    client: { fetch: () => Promise.reject() },
    expect: connectionError,
    requests: 0,
  },
  {
    name: "a custom fetch that rejects with an object of no prototype",
    client: { fetch: () => Promise.reject(Object.create(null)) },
    expect: connectionError,
    requests: 0,
  },
  {
    name: "a custom fetch that gives nothing",
    client: { fetch: async () => undefined },
    expect: { ...connectionError, message: /did not give a Response/ },
    requests: 0,
  },
  {
    name: "a custom fetch that gives half a Response",
    client: { fetch: async () => ({ status: 200, ok: true }) },
    expect: connectionError,
    requests: 0,
  },
  {
    name: "a custom fetch that never settles and heeds no signal",
    client: { fetch: () => new Promise(() => {}) },
    call: SOON,
    expect: timeoutError,
    requests: 0,
    quick: true,
  },
  {
    name: "a name that does not resolve",
    client: {
      fetch: () =>
        Promise.reject(
          new TypeError("fetch failed", {
            cause: Object.assign(new Error("getaddrinfo ENOTFOUND api.example.test"), { code: "ENOTFOUND" }),
          }),
        ),
    },
    expect: { ...connectionError, message: /ENOTFOUND/ },
    requests: 0,
  },
];
