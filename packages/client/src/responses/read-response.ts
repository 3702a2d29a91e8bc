import { documentedKind, isOfKind } from "../bodies/body-kind.ts";
import { decode } from "../bodies/response-body.ts";
import type { CallParts } from "../definition/call-parts.ts";
import type { BodyKind } from "../definition/operation-definition.ts";
import { ApiError } from "../errors/api-error.ts";
import { ResponseError } from "../errors/errors.ts";
import { redact, redactedJson } from "../errors/redact.ts";
import { retryAfterMs } from "../retry/retry-after.ts";
import type { HeaderValues, TransportResponse } from "../transport/transport.ts";

/**
 * Understands a response.
 *
 * @returns what the operation documents where it is a success, else an ApiError
 * @throws {ResponseError} when a success is empty, not JSON, or not of the kind that the operation documents
 */
export function readResponse({ ok, status, headers }: TransportResponse, bytes: Uint8Array, call: CallParts): unknown {
  const { operation, definition, keys } = call;
  const kind = documentedKind(definition, status);
  const header = (name: string): string => redact(headers.get(name) ?? "", keys);
  if (!ok) {
    return new ApiError({
      operation,
      status,
      body: bytes.length ? errorBody(bytes, headers, kind, keys) : undefined,
      requestId: header("x-request-id") || header("request-id") || undefined,
      retryAfterMs: retryAfterMs(headers.get("retry-after")),
    });
  }
  if (kind === "none") return undefined;
  if (kind === "binary") return bytes;
  let fault = "of another kind";
  try {
    if (kind === "text") return decode(bytes, headers);
    const body = parsed(bytes, headers);
    if (isOfKind(body, kind)) return body;
  } catch (thrown) {
    fault = thrown instanceof SyntaxError ? "not JSON" : "not text in its charset";
    if (!bytes.length) fault = "empty";
  }
  const type = header("content-type").slice(0, 80) || "no type";
  const why = `${status} response body is ${fault} (${type}); documented: ${kind}`;
  throw new ResponseError(why, { operation, status });
}

/** JSON is UTF-8 whatever its type says (RFC 8259); what is not may be what its type says. */
function parsed(bytes: Uint8Array, headers: HeaderValues): unknown {
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return JSON.parse(decode(bytes, headers));
  }
}

function errorBody(
  bytes: Uint8Array,
  headers: HeaderValues,
  kind: BodyKind | undefined,
  keys: readonly string[],
): unknown {
  let text: string;
  try {
    text = decode(bytes, headers);
  } catch {
    // An error is told as far as it can be read.
    text = new TextDecoder().decode(bytes);
  }
  if (kind !== "text") {
    try {
      return redactedJson(text, keys);
    } catch {
      // Not JSON: the text, then.
    }
  }
  return redact(text, keys);
}
