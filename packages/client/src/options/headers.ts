import { ConfigError } from "../errors/errors.ts";
import { refusal } from "../errors/refusal.ts";
import { mergeHeaders } from "../openapi-fetch.ts";
import type { HeaderOptions } from "./options.ts";

/** The key's own header is the client's, and so are those that say where a request goes and where it ends. */
const FORBIDDEN = /^(authorization|content-length|host|transfer-encoding)$/;

/**
 * A caller's headers by name in lower case, without what is undefined or null.
 *
 * @param keyHeader - the header that carries the key, where it is not `authorization`
 * @throws {ConfigError} for those that can't be sent or are not the caller's to set, an `authorization` among them: the
 * key has its own option
 */
export function checkedHeaders(
  headers: HeaderOptions | undefined,
  operation?: string,
  keyHeader?: string,
): Record<string, string> | undefined {
  if (!headers) return undefined;
  let checked: Record<string, string> = {};
  try {
    // The platform knows what a name and a value may hold (Fetch, 2.2.2). It would repeat them: its error goes no further.
    const record = Symbol.iterator in headers ? new Headers(headers as [string, string][]) : headers;
    checked = Object.fromEntries(mergeHeaders(record));
  } catch {
    throw new ConfigError(faultOf(headers), { operation });
  }
  for (const name in checked) {
    if (FORBIDDEN.test(name) || name === keyHeader) refusal(operation, `header "${name}"`)("is set by the client alone");
  }
  return checked;
}

/** What is wrong with headers that the platform refuses. Names the header, never its value; a name only where it is one. */
function faultOf(headers: HeaderOptions): string {
  try {
    const pairs = Symbol.iterator in headers ? headers : Object.entries(headers);
    for (const [name, value] of pairs) {
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return "headers: a name is not an HTTP token";
      const text = String(value);
      // What stands at an end is cut off by the platform.
      if (/[\r\n]/.test(text.trim())) return `header "${name}": its value holds a line break`;
      if (/[^\x01-\xff]/.test(text)) return `header "${name}": its value holds a character outside Latin-1`;
    }
  } catch {
    // It can't even be read.
  }
  return "headers: must be an object, pairs or a Headers";
}
