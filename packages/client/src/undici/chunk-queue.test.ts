import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { ChunkQueue } from "./chunk-queue.ts";
import { decompressed, runtimeDecompression } from "./decompression.ts";

const source = () => ({ pause: vi.fn<() => void>(), resume: vi.fn<() => void>(), cancel: vi.fn<() => void>() });
const SIZE = 2 ** 22;
const PIECE = new Uint8Array(100_000);

describe("chunks that wait", () => {
  test("pause their source above the mark, once, and let it go on below", async () => {
    const from = source();
    const queue = Object.assign(new ChunkQueue(), { source: from });
    queue.push(PIECE);
    expect(from.pause).not.toHaveBeenCalled();
    queue.push(PIECE);
    queue.push(PIECE);
    expect(from.pause).toHaveBeenCalledOnce();
    await queue.read();
    expect(from.resume).not.toHaveBeenCalled();
    await queue.read();
    expect(from.resume).toHaveBeenCalledOnce();
  });

  test("are read to their end, and none after a failure", async () => {
    const queue = new ChunkQueue();
    const first = queue.read();
    queue.push(new Uint8Array([1]));
    await expect(first).resolves.toEqual({ done: false, value: new Uint8Array([1]) });
    queue.push(new Uint8Array([2]));
    queue.fail(() => new Error("broken"));
    queue.fail(() => new Error("again"));
    await expect(queue.read()).rejects.toThrow("broken");
  });

  test("say with the last of them that it is the last, where that is known", async () => {
    const queue = new ChunkQueue();
    queue.push(new Uint8Array([1]));
    queue.push(new Uint8Array([2]));
    queue.end();
    await expect(queue.read()).resolves.toEqual({ done: false, value: new Uint8Array([1]) });
    await expect(queue.read()).resolves.toEqual({ done: true, value: new Uint8Array([2]) });
    await expect(queue.read()).resolves.toEqual({ done: true });
  });

  test("that are let go of end the read that waits, and their source", async () => {
    const from = source();
    const queue = Object.assign(new ChunkQueue(), { source: from });
    const waiting = queue.read();
    await queue.cancel();
    await expect(waiting).resolves.toEqual({ done: true });
    queue.push(PIECE);
    await expect(queue.read()).resolves.toEqual({ done: true });
    expect(from.cancel).toHaveBeenCalledOnce();
  });
});

test("a compressed body that nobody reads pauses its source, and goes on with who reads", async () => {
  const queue = new ChunkQueue();
  const from = source();
  const decoding = Object.assign(decompressed(queue, "gzip", runtimeDecompression()), { source: from });
  // Stored, so that it is as long compressed.
  const body = gzipSync(Buffer.alloc(SIZE), { level: 0 });
  const pieces = Array.from({ length: Math.ceil(body.length / 10_000) }, (_, n) =>
    body.subarray(n * 10_000, (n + 1) * 10_000),
  );
  // As undici does: nothing is pushed while it is paused.
  let isPaused = false;
  from.pause.mockImplementation(() => (isPaused = true));
  const pump = (): void => {
    isPaused = false;
    for (let piece = pieces.shift(); piece; piece = isPaused ? undefined : pieces.shift()) decoding.push(piece);
    if (!pieces.length) decoding.end();
  };
  from.resume.mockImplementation(pump);
  pump();
  expect(pieces.length).toBeGreaterThan(0);
  let size = 0;
  for (let done = false; !done;) {
    const part = await queue.read();
    size += part.value?.length ?? 0;
    done = part.done;
  }
  expect(size).toBe(SIZE);
});
