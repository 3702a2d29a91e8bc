import { Problem } from "../problem.ts";

/**
 * Bytes as text: UTF-8 without byte order mark, with line feeds alone.
 *
 * @throws {Problem} when the bytes are not UTF-8
 */
export function decodeText(bytes: Uint8Array, source: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n");
  } catch {
    throw new Problem(`${source} is not UTF-8 text${hintOf(bytes)}.`);
  }
}

/** What the first bytes are known for. */
function hintOf([first, second]: Uint8Array): string {
  if (first === 0x50 && second === 0x4b) return ": it is a zip. Unpack it, and name the document in it";
  if (first === 0x1f && second === 0x8b) return ": it is compressed by gzip. Unpack it first";
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isUtf16 ? ": it is UTF-16. Save it as UTF-8" : "";
}
