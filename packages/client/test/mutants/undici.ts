import { mutant, type Mutant } from "./mutant.ts";

const bodies = "test/undici/bodies.test.ts";
const dispatchers = "test/undici/dispatchers.test.ts";
const transports = "src/undici/undici-transport.test.ts";
const queues = "src/undici/chunk-queue.test.ts";
const http2 = "test/undici/http2.test.ts";

/** Mutants of the transport over undici. */
export const undiciMutants: readonly Mutant[] = [
  mutant(
    "a cut compressed body passes",
    "undici/decompression",
    "if (this.#decoder) this.#decoder.end();\n    else this.#next.end();",
    "this.#next.end();",
    bodies,
  ),
  mutant(
    "an empty body in a coding is a cut one",
    "undici/decompression",
    "if (this.#decoder) this.#decoder.end();\n    else this.#next.end();",
    "(this.#decoder ?? this.#start(new Uint8Array(1))).end();",
    bodies,
  ),
  mutant("a raw deflate stream is broken", "undici/decompression", "(byte & 15) === 8 ?", "true ?", bodies),
  mutant(
    "codings are taken off in the wrong order",
    "undici/decompression",
    "makers.reduce((",
    "makers.reduceRight((",
    bodies,
  ),
  mutant(
    "a decoder is fed faster than it decodes",
    "undici/decompression",
    "if (!this.#decoder.write(chunk)) this.source?.pause();",
    "this.#decoder.write(chunk);",
    queues,
  ),
  mutant(
    "a source that was paused never goes on",
    "undici/decompression",
    '.on("drain", () => this.source?.resume())',
    "",
    queues,
  ),
  mutant("chunks pile up", "undici/chunk-queue", "this.source?.pause();", "", queues),
  mutant(
    "what waits is told before a failure",
    "undici/chunk-queue",
    "if (this.#makeError) throw",
    "if (this.#makeError && !this.#chunks.length) throw",
    queues,
  ),
  mutant("bytes share the memory of a socket", "undici/chunk-queue", "new Uint8Array(chunk)", "chunk", bodies),
  mutant("early hints pass for the response", "undici/exchange-handler", "if (status < 200) return;", "", bodies),
  mutant(
    "a body short of its length passes",
    "undici/exchange-handler",
    "this.#received >= this.#promised",
    "true",
    http2,
  ),
  mutant("a HEAD's length is counted", "undici/exchange-handler", 'this.#request.method !== "HEAD" && ', "", bodies),
  mutant("an aborted request goes on", "undici/exchange-handler", "    this.#controller?.abort(reason);\n", ""),
  mutant(
    "an aborted request is sent once it can be",
    "undici/exchange-handler",
    "if (this.#request.signal.aborted) this.#abort();",
    "",
  ),
  mutant(
    "a body that nobody reads flows on",
    "undici/exchange-handler",
    '    this.#controller?.abort(new Error("nobody reads the response to its end"));\n',
    "",
  ),
  mutant(
    "a listener stays on a request's signal",
    "undici/exchange-handler",
    'this.#request.signal.removeEventListener("abort", this.#abort);',
    "",
  ),
  mutant(
    "redirects are followed by a dispatcher",
    "undici/undici-transport",
    "      maxRedirections: 0,\n",
    "",
    dispatchers,
  ),
  mutant(
    "what ends a call in flight is a refusal of it",
    "undici/undici-transport",
    "handler.hasBegun ? thrown :",
    "false ? thrown :",
    transports,
  ),
  mutant(
    "a closed transport goes on",
    "undici/undici-transport",
    "if (closing)",
    "if (false)",
    "src/undici/exchange-handler.test.ts",
  ),
  mutant(
    "a dispatcher of the user's is closed",
    "undici/undici-transport",
    "own ? own.close()",
    "dispatcher ? (dispatcher as Agent).close()",
    transports,
  ),
  mutant(
    "anything passes for a dispatcher",
    "undici/undici-transport",
    'typeof Object(given).dispatch !== "function"',
    "false",
    transports,
  ),
  mutant("undici's refusal is a broken connection", "undici/refusal-of", "return why ?", "return false ?", transports),
  mutant("a form has no boundary", "undici/request-body", "; boundary=${boundary}", "", bodies),
  mutant("a quote ends a file's name", "undici/request-body", '/[\\r\\n"]/g', "/[\\r\\n]/g", bodies),
  mutant(
    "a header that came twice comes once",
    "undici/undici-response",
    "for (const value of [values].flat())",
    "for (const value of [[values].flat()[0]])",
    bodies,
  ),
  mutant("a Response says it can be read", "undici/undici-response", "    void response.arrayBuffer();\n", "", bodies),
  mutant("a transport beside fetch is not refused", "options/checks", "(fetch || typeof", "(typeof", transports),
  mutant(
    "anything passes for a transport",
    "options/checks",
    '(fetch || typeof Object(value).send !== "function")',
    "fetch",
    transports,
  ),
];
