import { ResponseError } from "../errors/errors.ts";
import type { TransportRequest, TransportResponse } from "../transport/transport.ts";
import { ChunkQueue } from "./chunk-queue.ts";
import { decompressed, type Decompression } from "./decompression.ts";
import type { DispatchController, DispatchHandler, DispatchHeaders } from "./dispatcher.ts";
import type { Sink, Source } from "./flow.ts";
import { UndiciResponse } from "./undici-response.ts";

/** Turns what undici tells of one request into a response and its chunks. */
export class ExchangeHandler implements DispatchHandler, Source {
  /** Settles once the headers are there, or there will be none. */
  readonly response: Promise<TransportResponse>;
  #resolve!: (response: TransportResponse) => void;
  #reject!: (error: unknown) => void;
  readonly #operation: string;
  readonly #request: TransportRequest;
  readonly #decompression: Decompression;
  #controller: DispatchController | undefined;
  #status = 0;
  #sink: Sink | undefined;

  constructor(operation: string, request: TransportRequest, decompression: Decompression) {
    this.#operation = operation;
    this.#request = request;
    this.#decompression = decompression;
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    request.signal.addEventListener("abort", this.#abort);
  }

  /** Whether undici has taken the request up. */
  get hasBegun(): boolean {
    return this.#controller !== undefined;
  }

  onRequestStart(controller: DispatchController): void {
    this.#controller = controller;
    if (this.#request.signal.aborted) this.#abort();
  }

  onResponseStart(_: DispatchController, status: number, headers: DispatchHeaders, statusText = ""): void {
    // Early hints and their like: the response is still to come.
    if (status < 200) return;
    const queue = new ChunkQueue();
    const hasBody = this.#request.method !== "HEAD" && status !== 204 && status !== 304;
    const response = new UndiciResponse(status, statusText, headers, hasBody ? queue : null);
    const coding = hasBody && response.get("content-encoding");
    this.#status = status;
    this.#sink = coding ? decompressed(queue, coding, this.#decompression) : queue;
    this.#sink.source = this;
    this.#resolve(response);
  }

  onResponseData(_: DispatchController, chunk: Uint8Array): void {
    this.#sink?.push(chunk);
  }

  onResponseEnd(): void {
    this.#letGoOfSignal();
    this.#sink?.end();
  }

  onResponseError(_: DispatchController | null, error: unknown): void {
    // undici 7 counts the length of a 204 against it, too, of which nobody reads a body.
    if (this.#sink && codeOf(error) === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH") return this.#failShort(this.#sink);
    this.#letGoOfSignal();
    this.#reject(error);
    this.#sink?.fail(() => error);
  }

  #failShort(sink: Sink): void {
    this.#letGoOfSignal();
    const init = { operation: this.#operation, status: this.#status };
    sink.fail(() => new ResponseError("response body is shorter than content-length", init));
  }

  pause(): void {
    this.#controller?.pause();
  }

  resume(): void {
    this.#controller?.resume();
  }

  cancel(): void {
    this.#letGoOfSignal();
    this.#controller?.abort(new Error("nobody reads the response to its end"));
  }

  /** undici has no way to call a request off before it begins: it is ended as soon as it does. */
  readonly #abort = (): void => {
    const reason = new Error("aborted");
    this.#controller?.abort(reason);
    this.onResponseError(null, reason);
  };

  #letGoOfSignal(): void {
    this.#request.signal.removeEventListener("abort", this.#abort);
  }
}

/** A dispatcher of the user's can fail with anything, even with what throws when it is looked at. */
function codeOf(error: unknown): unknown {
  try {
    return (Object(error) as { code?: unknown }).code;
  } catch {
    return undefined;
  }
}
