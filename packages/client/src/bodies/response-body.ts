import type { HeaderValues } from "../transport/transport.ts";

/** Chunks as one; a single one as it is. */
export function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first?.length === size) return first;
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

/** The charset that a content type names. */
const CHARSET = /;\s*charset="?([\w-]+)/i;

/**
 * Bytes as text, in the charset that the headers name, else UTF-8. A byte order mark is dropped.
 *
 * @throws {TypeError | RangeError} when the bytes are not of that charset, or it is unknown
 */
export function decode(bytes: Uint8Array, headers?: HeaderValues): string {
  const charset = CHARSET.exec(headers?.get("content-type") ?? "")?.[1];
  return (charset ? decoder(charset) : (utf8 ??= decoder())).decode(bytes);
}

function decoder(charset?: string): TextDecoder {
  return new TextDecoder(charset, { fatal: true });
}
