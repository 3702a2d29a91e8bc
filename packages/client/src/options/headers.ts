import { refusal } from "../errors/refusal.ts";
import type { HeaderOptions } from "./options.ts";

/** The key's own header is the client's, and so are those that say where a request goes and where it ends. */
const RESERVED = /^(authorization|content-length|host|transfer-encoding)$/;

/**
 * A caller's headers by name in lower case, without what is undefined or null.
 *
 * @param reserved - says of a name whether it is the client's
 * @throws {ConfigError} for those that can't be sent or are not the caller's to set, an `authorization` among them: the
 * key has its own option
 */
export function checkedHeaders(
  headers: HeaderOptions | undefined,
  operation?: string,
  reserved: Pick<RegExp, "test"> = RESERVED,
): Record<string, string> | undefined {
  if (!headers) return undefined;
  const merged = new Headers();
  let pair: unknown;
  try {
    const isIterable = Symbol.iterator in headers;
    for (pair of isIterable ? headers : Object.entries(headers).filter(([, value]) => value != null)) {
      // The platform knows what a name and a value may hold (Fetch, 2.2.2), and refuses fewer than two.
      merged.append(...((Array.isArray(pair) && pair.length === 2 ? pair : []) as [string, string]));
    }
  } catch {
    // It would repeat the value: its error goes no further.
    const { 0: name, 1: value } = Object(pair) as { 0?: unknown; 1?: unknown };
    const isNamed = typeof value === "string" && /[^\t -\xff]/.test(value);
    refusal(operation, isNamed ? `header "${String(name)}"` : "a header")("is malformed");
  }
  const checked = Object.fromEntries(merged);
  for (const name in checked) {
    if (reserved.test(name)) refusal(operation, `header "${name}"`)("is set by the client");
  }
  return checked;
}
