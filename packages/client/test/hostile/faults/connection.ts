import type { Fault } from "../fault.ts";
import type { Script } from "../server.ts";
import { drip, fine, flood, head, inTurn, message, reply, send, sendAndClose, sendAndReset } from "../scripts.ts";

const connectionError = { name: "ConnectionError" } as const;
const timeoutError = { name: "TimeoutError" } as const;
const SOON = { timeoutMs: 600 };

/** A response that is no HTTP, or breaks off. */
function broken(name: string, serve: Script): Fault {
  return { name, serve, expect: connectionError, requests: 1 };
}

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
    expect: { ...timeoutError, message: /timed out after 600 ms \(timeoutMs\)/ },
    requests: 1,
    quick: true,
  },
  {
    name: "reset instead of a response",
    serve: sendAndReset(),
    expect: { ...connectionError, message: /ECONNRESET|closed/i },
    requests: 1,
    quick: true,
  },
  broken("closed instead of a response", sendAndClose()),
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
  broken("floods headers for ever", flood("HTTP/1.1 200 OK\r\n", `x-a: ${"b".repeat(1_000)}\r\n`)),
  broken("reset within the status line", sendAndReset("HTTP/1.1 2")),
  broken("reset within the headers", sendAndReset("HTTP/1.1 200 OK\r\ncontent-")),
  broken("closed within the headers", sendAndClose("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n")),
  broken("answers garbage", sendAndClose("\u0000\u0001\u0002 not http at all\r\n\r\n")),
  broken("answers a body alone", sendAndClose('{"ok":true}')),
  broken("answers as an SSH server", sendAndClose("SSH-2.0-OpenSSH_9.6\r\n")),
  broken("answers with HTTP/2 frames", sendAndClose(Buffer.from("000000040000000000", "hex"))),
  broken("answers with HTTP/9.9", sendAndClose("HTTP/9.9 200 OK\r\ncontent-length: 2\r\n\r\n{}")),
  broken("a status that is no number", sendAndClose("HTTP/1.1 abc OK\r\ncontent-length: 2\r\n\r\n{}")),
  broken("a status of two digits", sendAndClose("HTTP/1.1 99 OK\r\ncontent-length: 2\r\n\r\n{}")),
  broken("a status of four digits", sendAndClose("HTTP/1.1 1000 OK\r\ncontent-length: 2\r\n\r\n{}")),
  {
    name: "status 600",
    serve: reply(600, "{}"),
    expect: { name: "ResponseError", status: 600 },
    requests: 1,
    quick: true,
  },
  { name: "status 999", serve: reply(999, "{}"), expect: { name: "ResponseError", status: 999 }, requests: 1 },
  broken("a header without a colon", sendAndClose("HTTP/1.1 200 OK\r\nnonsense\r\ncontent-length: 2\r\n\r\n{}")),
  broken(
    "a header with NUL in its value",
    sendAndClose("HTTP/1.1 200 OK\r\nx-a: b\u0000c\r\ncontent-length: 2\r\n\r\n{}"),
  ),
  {
    ...broken(
      "a header with a space in its name",
      sendAndClose("HTTP/1.1 200 OK\r\nx a: b\r\ncontent-length: 2\r\n\r\n{}"),
    ),
    sinceUndici: 7,
  },
  broken("a header of 1 MB", reply(200, "{}", { "x-big": "b".repeat(1_000_000) })),
  broken(
    "10,000 headers",
    reply(200, "{}", Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`x-${at}`, "b"]))),
  ),
  {
    name: "latin-1 in a header's value",
    serve: reply(200, "{}", { "x-name": "Zo\u00eb" }),
    expect: { name: "resolves" },
    requests: 1,
  },
  broken(
    "length and chunks at once",
    send(head(200, { "content-length": 2, "transfer-encoding": "chunked" }), "2\r\n{}\r\n0\r\n\r\n"),
  ),
  broken("two different lengths", send("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 20\r\n\r\n{}")),
  broken("a negative length", send(head(200, { "content-length": -5 }), "{}")),
  broken("a length that is no number", send(head(200, { "content-length": "two" }), "{}")),
  broken("a length beyond 64 bits", send(head(200, { "content-length": "99999999999999999999999" }), "{}")),
  {
    name: "early hints, then a good response",
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
  broken("100 Continue, unasked, then nothing", send("HTTP/1.1 100 Continue\r\n\r\n")),
  broken(
    "101 Switching Protocols, unasked",
    send("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n"),
  ),
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
    name: "a second response that nobody asked for",
    serve: send(message(200, '{"ok":1}'), message(200, '{"ok":2}')),
    expect: { name: "resolves", body: { ok: 1 } },
    requests: 1,
  },
];
