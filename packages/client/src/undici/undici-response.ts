import type { ChunkReader, HeaderValues, TransportResponse } from "../transport/transport.ts";
import type { DispatchHeaders } from "./dispatcher.ts";

/** Statuses of which a Response must have no body (Fetch, 2.2.3). */
const NULL_BODY_STATUSES = new Set([204, 205, 304]);

/** A response as undici tells it. */
export class UndiciResponse implements TransportResponse, HeaderValues {
  readonly status: number;
  readonly ok: boolean;
  readonly #statusText: string;
  readonly #headers: DispatchHeaders;
  readonly #reader: ChunkReader | null;

  /** @param reader - null where there is no body */
  constructor(status: number, statusText: string, headers: DispatchHeaders, reader: ChunkReader | null) {
    this.status = status;
    this.ok = status >= 200 && status < 300;
    this.#statusText = statusText;
    this.#headers = headers;
    this.#reader = reader;
  }

  get headers(): HeaderValues {
    return this;
  }

  get body(): { getReader(): ChunkReader } | null {
    const reader = this.#reader;
    return reader && { getReader: () => reader };
  }

  get(name: string): string | null {
    const value = Object.hasOwn(this.#headers, name) ? this.#headers[name] : undefined;
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  }

  toResponse(): Response {
    const headers = new Headers();
    for (const [name, values] of Object.entries(this.#headers)) {
      for (const value of [values].flat()) if (value !== undefined) headers.append(name, latin1(value));
    }
    const { status } = this;
    const body = NULL_BODY_STATUSES.has(status) ? null : "";
    const response = new Response(body, { status, statusText: reasonPhrase(this.#statusText), headers });
    // The text has brought a type of its own.
    if (!headers.has("content-type")) response.headers.delete("content-type");
    // As that of `fetch` is by now.
    void response.arrayBuffer();
    return response;
  }
}

/** A reason phrase as a Response takes it (RFC 9112, 4): as bytes, and none where it has a control character. */
function reasonPhrase(text: string): string {
  const bytes = latin1(text);
  return /[^\t -~\x80-\xff]/.test(bytes) ? "" : bytes;
}

/** undici 7 reads a value as UTF-8, which can give characters that Headers does not take: bytes, then, as `fetch` has them. */
function latin1(value: string): string {
  if (!/[^\0-\xff]/.test(value)) return value;
  return Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join("");
}
