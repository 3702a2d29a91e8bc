import type { ChunkReader } from "../transport/transport.ts";
import type { Sink, Source } from "./flow.ts";

/** Bytes that may wait to be read before the source is paused: twice what undici hands over within one turn. */
const HIGH_WATER_BYTES = 128 * 2 ** 10;

/**
 * Chunks that wait to be read, as undici hands them over: views of what its socket read, with more than this response in it.
 * Who gives one to a caller gives a copy. A failure is told at once: what came before it is of no use.
 */
export class ChunkQueue implements Sink, ChunkReader {
  source?: Source;
  readonly #chunks: Uint8Array[] = [];
  #waitingBytes = 0;
  #isPaused = false;
  #isOver = false;
  #makeError: (() => unknown) | undefined;
  #wake: (() => void) | undefined;

  push(chunk: Uint8Array): void {
    if (this.#isOver) return;
    this.#chunks.push(chunk);
    this.#waitingBytes += chunk.length;
    if (this.#waitingBytes > HIGH_WATER_BYTES && !this.#isPaused) {
      this.#isPaused = true;
      this.source?.pause();
    }
    this.#wake?.();
  }

  end(): void {
    this.#isOver = true;
    this.#wake?.();
  }

  fail(makeError: () => unknown): void {
    if (this.#isOver) return;
    this.#makeError = makeError;
    this.end();
  }

  async read(): ReturnType<ChunkReader["read"]> {
    while (!this.#chunks.length && !this.#isOver) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#makeError) throw this.#makeError();
    const value = this.#chunks.shift();
    const done = this.#isOver && !this.#chunks.length;
    if (!value || done) return { done: true, value };
    this.#waitingBytes -= value.length;
    if (this.#isPaused && this.#waitingBytes <= HIGH_WATER_BYTES) {
      this.#isPaused = false;
      this.source?.resume();
    }
    return { done, value };
  }

  async cancel(): Promise<void> {
    this.#chunks.length = 0;
    this.end();
    this.source?.cancel();
  }
}
