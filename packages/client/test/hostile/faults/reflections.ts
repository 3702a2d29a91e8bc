import { gzipSync } from "node:zlib";
import { KEY } from "../../support/secrets.ts";
import type { Fault, Outcome } from "../fault.ts";
import { reply, type Bytes, type HeaderLines } from "../scripts.ts";
import type { Script } from "../server.ts";

/** Answers with what the request carried, as debug pages do. */
function echo(make: (head: string) => [status: number, body: Bytes, headers?: HeaderLines]): Script {
  return (exchange) => reply(...make(exchange.head))(exchange);
}

function echoes(name: string, expect: Outcome, make: Parameters<typeof echo>[0], more: Partial<Fault> = {}): Fault {
  return { name: `echoes the key ${name}`, serve: echo(make), expect, requests: 1, ...more };
}

const escaped = KEY.replaceAll("/", "\\/");
const hidden = Array.from(KEY, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const apiError: Outcome = { name: "ApiError" };
const responseError: Outcome = { name: "ResponseError" };

/** A server that gives the key away. */
export const reflections: readonly Fault[] = [
  echoes("in an error's text", apiError, (head) => [400, head], { quick: true }),
  echoes("in an error's JSON", apiError, (head) => [400, JSON.stringify({ title: head, detail: head, code: KEY })], {
    quick: true,
  }),
  echoes("in an error's list", apiError, () => [
    500,
    JSON.stringify({ errors: [{ title: KEY, code: KEY }, { title: KEY }] }),
  ]),
  echoes("as a member's name", apiError, () => [400, JSON.stringify({ [KEY]: { [`Bearer ${KEY}`]: 1 } })]),
  echoes("with escaped slashes", apiError, () => [400, `{"title":"Bearer ${escaped}"}`], { quick: true }),
  echoes("in \\u escapes", apiError, () => [400, `{"title":"${hidden}","${hidden}":1}`]),
  echoes("in HTML", apiError, (head) => [502, `<pre>${head}</pre>`, { "content-type": "text/html" }]),
  echoes("in gzip", apiError, () => [400, gzipSync(JSON.stringify({ title: KEY })), { "content-encoding": "gzip" }]),
  echoes("in UTF-16", apiError, () => [
    400,
    Buffer.from(JSON.stringify({ title: KEY }), "utf16le"),
    { "content-type": "application/json; charset=utf-16le" },
  ]),
  echoes("in the request's id", apiError, () => [400, "{}", { "x-request-id": KEY }]),
  echoes("in Retry-After", apiError, () => [503, "{}", { "retry-after": KEY }]),
  echoes("in the reason phrase", apiError, () => [`400 Bad ${KEY}` as never, "{}"]),
  echoes("in each header", apiError, () => [
    400,
    "{}",
    { "www-authenticate": `Bearer ${KEY}`, server: KEY, "set-cookie": KEY },
  ]),
  echoes("in the content type of what is not JSON", responseError, () => [
    200,
    "hello",
    { "content-type": `text/${KEY}` },
  ]),
  echoes("in a body that is not JSON", responseError, (head) => [200, head]),
  echoes("in a redirect", responseError, () => [302, "", { location: `https://example.test/?key=${KEY}` }]),
  echoes("in a body too large", responseError, () => [400, KEY.repeat(100)], { call: { maxResponseBytes: 1_000 } }),
  echoes("in a broken header", { name: "ConnectionError" }, () => [200, "{}", { "bad header": KEY }], {
    sinceUndici: 7,
  }),
  echoes("in a broken chunk", { name: "ConnectionError" }, () => [
    400,
    "zz",
    { "transfer-encoding": "chunked", "content-length": KEY },
  ]),
  echoes("that goes in a header of its own", apiError, (head) => [400, JSON.stringify({ title: head })], {
    operation: "headerKeyed",
    input: { header: { "X-Trace-Id": "1" } },
  }),
  {
    name: "a custom fetch that fails with the key in hand",
    client: {
      fetch: (url: string, init: RequestInit) =>
        Promise.reject(
          Object.assign(new Error(`could not send ${new Headers(init.headers).get("authorization")}`), {
            request: { url, init },
            options: init,
            cause: new Error(`key ${KEY}`),
          }),
        ),
    },
    expect: { name: "ConnectionError", message: /\[redacted\]/ },
    requests: 0,
    quick: true,
  },
  {
    name: "a key function that fails with an error that carries much",
    client: {
      apiKey: () => {
        throw Object.assign(new Error("vault is sealed"), { token: KEY });
      },
    },
    expect: { name: "ConfigError", message: /your `apiKey` function failed/ },
    requests: 0,
  },
];
