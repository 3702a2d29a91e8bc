/**
 * What sends requests instead of `fetch`: made by `undiciTransport()` of the subpath `/undici`. One serves any number of
 * clients.
 */
export interface Transport {
  /**
   * Sends once, follows no redirect, and gives the response as soon as its headers are there.
   *
   * @param operation - its method name, for messages
   * @throws what it failed with, in any form: it becomes the cause of a ConnectionError, save an SdkError, which stays
   */
  (url: string, request: TransportRequest, operation: string): Promise<TransportResponse>;
  /** Refuses further calls. */
  close(): Promise<void>;
}

/** One that makes the signals of its requests itself. Hidden: what a wrapper round it is given is an AbortSignal. */
export interface SignallingTransport extends Transport {
  readonly AbortController?: typeof AbortController | undefined;
}

/** One attempt of a call: as much of a `RequestInit` as the client gives. */
export interface TransportRequest {
  /** In upper case. */
  readonly method: string;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | Blob | ReadableStream<Uint8Array> | undefined;
  /** Ends it in any phase. */
  readonly signal: AbortSignal;
  readonly redirect: "manual";
}

/** As much of a response as the client needs. `fetch`'s Response is one as it is. */
export interface TransportResponse {
  readonly status: number;
  /** Whether the status is from 200 to 299. */
  readonly ok: boolean;
  readonly headers: HeaderValues;
  /** Decompressed, and read once; null where there is none. */
  readonly body: { getReader?(): ChunkReader } | null;
  /** The body whole, where it has no reader. */
  arrayBuffer?(): Promise<ArrayBuffer>;
  /** `cors` where a browser hides most headers. */
  readonly type?: string;
  /** Whether the body was read already. */
  readonly bodyUsed?: boolean;
  /** Status and headers for the caller, where it is no Response. Asked for once its body has been read. */
  toResponse?(): Response;
}

/** A header's value by its name in lower case, several joined by a comma and a space; null where there is none. */
export interface HeaderValues {
  get(name: string): string | null;
}

/** A body, chunk after chunk. */
export interface ChunkReader {
  /** The last chunk may come with `done`, or before it. */
  read(): Promise<{ done: false; value: Uint8Array } | { done: true; value?: Uint8Array | undefined }>;
  /** Lets go of a body that nobody reads to its end. */
  cancel(): Promise<void>;
}
