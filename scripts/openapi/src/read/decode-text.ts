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
    throw new Problem(`${source} is not UTF-8 text.`);
  }
}
