import type { Sink, Source } from "./flow.ts";
import { builtIn } from "./runtime.ts";

/** As much of a stream of `node:zlib` as is used. */
interface Decoder {
  write(chunk: Uint8Array): boolean;
  end(): void;
  destroy(): void;
  pause(): void;
  resume(): void;
  on(event: "data", listener: (chunk: Uint8Array) => void): Decoder;
  on(event: "error", listener: (error: Error) => void): Decoder;
  on(event: "end" | "drain", listener: () => void): Decoder;
}

type Zlib = Readonly<
  Record<"createGunzip" | "createInflate" | "createInflateRaw" | "createBrotliDecompress", () => Decoder>
> &
  // Node ≥ 22.15.
  Readonly<Partial<Record<"createZstdDecompress", () => Decoder>>>;

/** What makes a decoder, given the first chunk. */
type MakeDecoder = (first: Uint8Array) => Decoder;

/** What this runtime decodes. */
export interface Decompression {
  /** For `accept-encoding`. */
  readonly accepted: string;
  readonly codings: Readonly<Record<string, MakeDecoder | undefined>>;
}

/** @throws {ConfigError} where this is not Node */
export function runtimeDecompression(): Decompression {
  const zlib = builtIn<Zlib>("node:zlib");
  const gzip = (): Decoder => zlib.createGunzip();
  const { createZstdDecompress } = zlib;
  return {
    accepted: `gzip, deflate, br${createZstdDecompress ? ", zstd" : ""}`,
    codings: {
      gzip,
      "x-gzip": gzip,
      // Some servers leave the header of RFC 1950 out, whose first byte names the method 8.
      deflate: ([byte = 0]) => ((byte & 15) === 8 ? zlib.createInflate() : zlib.createInflateRaw()),
      br: () => zlib.createBrotliDecompress(),
      zstd: createZstdDecompress && (() => createZstdDecompress()),
    },
  };
}

/**
 * What takes a body as it comes and hands it on decompressed. A body in a coding that is not known is handed on as it is,
 * as `fetch` does.
 */
export function decompressed(sink: Sink, header: string, { codings }: Decompression): Sink {
  const makers = header.split(",").map((coding) => codings[coding.trim().toLowerCase()]);
  if (!makers.every((make) => make !== undefined)) return sink;
  // The last one was applied last.
  return makers.reduce((next: Sink, make) => new DecodingSink(make, next), sink);
}

/** One coding taken off. What ends before its stream does is a failure. */
class DecodingSink implements Sink, Source {
  source?: Source;
  readonly #make: MakeDecoder;
  readonly #next: Sink;
  #decoder: Decoder | undefined;

  constructor(make: MakeDecoder, next: Sink) {
    this.#make = make;
    this.#next = next;
    next.source = this;
  }

  push(chunk: Uint8Array): void {
    this.#decoder ??= this.#start(chunk);
    if (!this.#decoder.write(chunk)) this.source?.pause();
  }

  end(): void {
    // No byte at all is an empty body, not a cut one.
    if (this.#decoder) this.#decoder.end();
    else this.#next.end();
  }

  fail(makeError: () => unknown): void {
    this.#decoder?.destroy();
    this.#next.fail(makeError);
  }

  pause(): void {
    this.#decoder?.pause();
  }

  resume(): void {
    this.#decoder?.resume();
  }

  cancel(): void {
    this.#decoder?.destroy();
    this.source?.cancel();
  }

  #start(chunk: Uint8Array): Decoder {
    const next = this.#next;
    return this.#make(chunk)
      .on("data", (decoded) => next.push(decoded))
      .on("end", () => next.end())
      .on("drain", () => this.source?.resume())
      .on("error", (error) => {
        next.fail(() => error);
        this.source?.cancel();
      });
  }
}
