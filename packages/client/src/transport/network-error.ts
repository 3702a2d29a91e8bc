import type { CallParts } from "../definition/call-parts.ts";
import { ConnectionError, ResponseError, type SdkError } from "../errors/errors.ts";
import { reduced } from "../errors/redact.ts";

/** How codes of failed decompression begin: zlib's (`Z_…`), zstd's (`ZSTD_…`), and Node's for brotli (`ERR__…`). */
const DECOMPRESSION_CODES = /^(Z|ERR__)/;

/**
 * What a transport failed with, in words. `fetch failed` alone says nothing: the innermost cause goes into the message.
 *
 * @param status - of the response, where there was one
 */
export function networkError(thrown: unknown, { operation, keys }: CallParts, status?: number): SdkError {
  const cause = reduced(thrown, keys);
  let innermost = cause as Error & { code?: string };
  while (innermost.cause) innermost = innermost.cause as typeof innermost;
  const { code = "", message } = innermost;
  const why = `failed: ${message}${code && ` (${code})`}`;
  return DECOMPRESSION_CODES.test(code)
    ? new ResponseError(`decompression ${why}`, { operation, status })
    : new ConnectionError(`request ${why}`, { operation, cause });
}
