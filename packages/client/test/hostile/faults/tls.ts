import { makeCertificate } from "../certificate.ts";
import type { Fault, Outcome } from "../fault.ts";
import { reply } from "../scripts.ts";

/** Trusted for the time of the test run (`trustCertificate`). */
export const trusted = makeCertificate();
const connectionError: Outcome = { name: "ConnectionError" };

/** What goes wrong with TLS. The key never leaves, so no request is seen. */
export const tlsFaults: readonly Fault[] = [
  {
    name: "a good response over TLS",
    certificate: trusted,
    expect: { name: "resolves", body: { ok: true } },
    requests: 1,
  },
  {
    name: "a redirect from https to http",
    certificate: trusted,
    serve: reply(302, "", { location: "http://127.0.0.1:9/v1" }),
    expect: { name: "ResponseError", status: 302 },
    requests: 1,
  },
  {
    name: "a certificate that nobody signed",
    certificate: makeCertificate(),
    expect: { ...connectionError, message: /SELF_SIGNED/ },
    requests: 0,
  },
  {
    name: "a certificate that has expired",
    certificate: makeCertificate({ expired: true }),
    expect: connectionError,
    requests: 0,
  },
  {
    name: "a certificate of another host",
    certificate: makeCertificate({ host: "other.example.test" }),
    expect: connectionError,
    requests: 0,
  },
  {
    name: "a TLS connection that is reset",
    certificate: trusted,
    serve: ({ socket }) => socket.destroy(),
    expect: connectionError,
    requests: 1,
  },
  {
    name: "a TLS response that never comes",
    certificate: trusted,
    serve: () => {},
    call: { timeoutMs: 1_000 },
    expect: { name: "TimeoutError" },
    requests: 1,
  },
];

/** TLS on the client's side, something else on the server's. */
export const plainFaults: readonly Pick<Fault, "name" | "onConnect" | "expect">[] = [
  {
    name: "plain HTTP where TLS is expected",
    onConnect: (socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
    expect: connectionError,
  },
  {
    name: "a handshake that is cut",
    onConnect: (socket) => socket.once("data", () => socket.destroy()),
    expect: connectionError,
  },
  { name: "a handshake that never ends", onConnect: () => false, expect: { name: "TimeoutError" } },
];
