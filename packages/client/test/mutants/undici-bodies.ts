import { mutant, type Mutant } from "./mutant.ts";

const bodies = "test/undici/bodies.test.ts";
const queues = "src/undici/chunk-queue.test.ts";

/** Mutants of how a body comes over undici: decompressed, chunk after chunk. */
export const undiciBodyMutants: readonly Mutant[] = [
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
  mutant("a body seems to end before its last chunk", "undici/chunk-queue", " && !this.#chunks.length;", ";", queues),
  mutant("chunks pile up", "undici/chunk-queue", "this.source?.pause();", "", queues),
  mutant(
    "what waits is told before a failure",
    "undici/chunk-queue",
    "if (this.#makeError) throw",
    "if (this.#makeError && !this.#chunks.length) throw",
    queues,
  ),
];
