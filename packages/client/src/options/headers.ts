import { refusal } from "../errors/errors.ts";
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
  const refuse = refusal(operation, "headers");
  try {
    // The platform knows what a name and a value may hold (Fetch, 2.2.2). It would repeat them: its error goes no further.
    const record = Symbol.iterator in headers ? new Headers(headers as [string, string][]) : headers;
    checked = Object.fromEntries(mergeHeaders(record));
  } catch {
    refuse("can't be sent: a name or a value is malformed");
  }
  for (const name in checked) {
    if (FORBIDDEN.test(name) || name === keyHeader) refuse(`must not hold ${name}: the client sets it`);
  }
  return checked;
}
