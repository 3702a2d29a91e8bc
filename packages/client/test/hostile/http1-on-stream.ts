import type { ServerHttp2Stream } from "node:http2";

/** Headers that HTTP/2 does not have (RFC 9113, 8.2.2). */
const OF_CONNECTIONS = new Set(["connection", "keep-alive", "transfer-encoding"]);

/** As much of a socket as scripts write a response of HTTP/1 to. Sends it on a stream of HTTP/2. */
export class Http1OnStream {
  readonly #stream: ServerHttp2Stream;
  readonly #isHead: boolean;
  readonly #hangUp: () => void;
  #pending: Buffer = Buffer.alloc(0);
  #hasBegun = false;
  #isChunked = false;
  /** Bytes of the body that are to come, where that is known. */
  #left: number | undefined;

  constructor(stream: ServerHttp2Stream, isHead: boolean, hangUp: () => void) {
    this.#stream = stream;
    this.#isHead = isHead;
    this.#hangUp = hangUp;
  }

  get destroyed(): boolean {
    return this.#stream.destroyed || this.#stream.writableEnded;
  }

  on(event: string, listener: () => void): this {
    this.#stream.on(event, listener);
    return this;
  }

  write(bytes: Uint8Array | string, callback?: () => void): boolean {
    this.#pending = Buffer.concat([this.#pending, Buffer.from(bytes)]);
    while (!this.#hasBegun && this.#pending.includes("\r\n\r\n")) this.#begin();
    const isTaken = this.#hasBegun && !this.destroyed ? this.#body() : true;
    if (callback) setImmediate(callback);
    return isTaken;
  }

  end(bytes: Uint8Array | string = ""): void {
    this.write(bytes);
    if (this.destroyed) return;
    if (this.#hasBegun && this.#left === undefined && !this.#isChunked) this.#stream.end();
    else this.destroy();
  }

  /** What was written goes out first. */
  destroy(): void {
    setImmediate(() => setImmediate(this.#hangUp));
  }

  resetAndDestroy(): void {
    this.destroy();
  }

  #begin(): void {
    const at = this.#pending.indexOf("\r\n\r\n");
    const [first = "", ...lines] = this.#pending.subarray(0, at).toString("latin1").split("\r\n");
    this.#pending = this.#pending.subarray(at + 4);
    const status = Number(first.split(" ")[1]);
    const headers: Record<string, string | string[]> = {};
    for (const line of lines) {
      const [, name = "", value = ""] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
      const key = name.toLowerCase();
      if (key === "transfer-encoding") this.#isChunked = true;
      if (!OF_CONNECTIONS.has(key)) headers[key] = key in headers ? [headers[key] as string, value].flat() : value;
    }
    if (status < 200) return this.#stream.additionalHeaders({ ...headers, ":status": status });
    const length = headers["content-length"];
    if (typeof length === "string" && !this.#isChunked) this.#left = Number(length);
    const hasNone = this.#isHead || status === 204 || status === 304 || this.#left === 0;
    this.#hasBegun = true;
    try {
      this.#stream.respond({ ...headers, ":status": status }, { endStream: hasNone });
    } catch {
      this.#refuse();
    }
  }

  #body(): boolean {
    if (this.#isChunked) return this.#chunks();
    const piece = this.#pending.subarray(0, this.#left);
    this.#pending = Buffer.alloc(0);
    if (this.#left !== undefined) this.#left -= piece.length;
    const isTaken = piece.length ? this.#stream.write(piece) : true;
    if (this.#left === 0) this.#stream.end();
    return isTaken;
  }

  #chunks(): boolean {
    let isTaken = true;
    for (;;) {
      const start = this.#pending.subarray(0, 80).toString("latin1");
      const size = /^([0-9a-f]{1,7})(;[^\r]*)?\r\n/.exec(start);
      if (!size) {
        if (start.includes("\r\n")) this.#refuse();
        return isTaken;
      }
      const from = size[0].length;
      const to = from + Number.parseInt(size[1] ?? "", 16);
      if (this.#pending.length < to + 2) return isTaken;
      if (to === from) {
        this.#stream.end();
        return isTaken;
      }
      isTaken = this.#stream.write(this.#pending.subarray(from, to));
      if (this.#pending.subarray(to, to + 2).toString() !== "\r\n") this.#refuse();
      this.#pending = this.#pending.subarray(to + 2);
    }
  }

  /** What HTTP/1 would have out of order, HTTP/2 has as an error of the stream. */
  #refuse(): void {
    // Not `close(code)`, which Node 24 precedes by a clean end.
    this.#stream.on("error", () => {}).destroy(new Error("refused"));
  }
}
