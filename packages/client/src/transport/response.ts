import type { BodyKind, OperationDefinition } from "../api-definition.ts";
import { apiError } from "../errors/api-error.ts";
import type { Call } from "../call/call.ts";
import { ResponseError } from "../errors/errors.ts";
import { redact } from "../errors/redact.ts";
import { decode } from "../bodies/response-body.ts";

/**
 * Understands an answer.
 *
 * @returns what the operation documents where it is a success, else an ApiError
 * @throws {ResponseError} when a success is empty, not JSON, or not of the kind that the operation documents
 */
export function readAnswer(response: Response, bytes: Uint8Array, call: Call): unknown {
  if (!response.ok) return apiError(call, response, errorBody(response, bytes, call));
  return call.asBytes ? bytes : successBody(response, bytes, call);
}

/**
 * The documented kind of body for a status: by the status, its range or `default` (OpenAPI, Responses Object). A success
 * that is not documented is read as the first that is, before `default`, which is mostly an error's.
 */
export function documentedKind({ responses }: OperationDefinition, status: number): BodyKind | undefined {
  return (
    responses[status] ??
    responses[`${String(status)[0]}XX`] ??
    Object.entries(responses).find(([code]) => status < 300 && code.startsWith("2"))?.[1] ??
    responses["default"]
  );
}

/** Whether a parsed body is of a kind. */
export function isOfKind(body: unknown, kind: BodyKind): boolean {
  const isArray = Array.isArray(body);
  if (kind === "array") return isArray;
  if (kind === "object") return !isArray && body === Object(body);
  if (kind === "json") return body !== undefined;
  return kind === "none" || typeof body === "string";
}

function successBody({ status, headers }: Response, bytes: Uint8Array, call: Call): unknown {
  const { definition, key } = call;
  const kind = documentedKind(definition, status);
  if (kind === "none") return undefined;
  if (kind === "binary") return bytes;
  let fault = "of another kind";
  try {
    if (kind === "text") return decode(bytes, headers);
    const body = parsed(bytes, headers);
    if (kind && isOfKind(body, kind)) return body;
  } catch (thrown) {
    fault = thrown instanceof SyntaxError ? "not JSON" : "not text in its charset";
    if (!bytes.length) fault = "empty";
  }
  const type = redact(headers.get("content-type") ?? "none", key).slice(0, 80);
  const why = `${status} has a body that is ${fault} (content type ${type}); documented: ${kind}`;
  throw unusable(call, status, why);
}

/** The error for an answer that is none, or not what the operation documents. */
export function unusable({ operation }: Call, status: number | undefined, why: string): ResponseError {
  return new ResponseError(why, { operation, status });
}

/** JSON is UTF-8 whatever its type says (RFC 8259); what is not may be what its type says. */
function parsed(bytes: Uint8Array, headers: Headers): unknown {
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return JSON.parse(decode(bytes, headers));
  }
}

function errorBody({ status, headers }: Response, bytes: Uint8Array, { definition, key }: Call): unknown {
  if (!bytes.length) return undefined;
  let text: string;
  try {
    text = decode(bytes, headers);
  } catch {
    // An error is told as far as it can be read.
    text = new TextDecoder().decode(bytes);
  }
  if (documentedKind(definition, status) !== "text") {
    try {
      // Written anew: a key can hide from a search of the text behind JSON's escapes.
      return JSON.parse(redact(JSON.stringify(JSON.parse(text)), key && JSON.stringify(key).slice(1, -1)));
    } catch {
      // Not JSON: the text, then.
    }
  }
  return redact(text, key);
}
