import type { Call } from "./call.ts";
import type { Bounds } from "./deadline.ts";
import { ResponseError } from "./errors.ts";

/**
 * The whole body, counted as it comes out of decompression and cut off at the cap. Every body is read to its end, an
 * error's too, so that the connection can be used again.
 *
 * @throws {ResponseError} when it is larger than `maxResponseBytes`
 */
export async function readBody(response: Response, call: Call, bounds: Bounds): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const cancel = (): void => void reader.cancel().catch(() => {});
  bounds.cancel = cancel;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > call.maxResponseBytes) {
      cancel();
      throw new ResponseError(`the body is larger than ${call.maxResponseBytes} bytes (maxResponseBytes)`, {
        operation: call.operation,
        status: response.status,
      });
    }
    chunks.push(value);
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : concatenate(chunks, size);
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** For what is nearly all: making one costs more than what it decodes. It keeps no state between texts. */
let utf8: TextDecoder | undefined;

/** The charset that a content type names, else UTF-8 (RFC 8259 knows no other for JSON). */
const CHARSET = /;\s*charset="?([\w-]+)/i;

/**
 * Bytes as text. A byte order mark is dropped.
 *
 * @throws {TypeError | RangeError} when the bytes are not of that charset, or it is unknown
 */
export function decode(bytes: Uint8Array, headers: Headers): string {
  const charset = CHARSET.exec(headers.get("content-type") ?? "")?.[1];
  if (charset) return new TextDecoder(charset, { fatal: true }).decode(bytes);
  utf8 ??= new TextDecoder("utf-8", { fatal: true });
  return utf8.decode(bytes);
}
