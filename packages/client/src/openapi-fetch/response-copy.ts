import { documentedKind } from "../bodies/body-kind.ts";
import { decode } from "../bodies/response-body.ts";
import type { Call } from "../call.ts";
import { redact, redactedJson } from "../errors/redact.ts";
import type { ParseAs } from "./init.ts";

/** A response that was read, and the keys that asked for it. */
export interface Received {
  readonly response: Response;
  readonly bytes: Uint8Array;
  readonly keys: readonly string[];
}

/** Statuses whose responses have no body (Fetch, 2.2.3). */
const NO_BODY = new Set([101, 103, 204, 205, 304]);

/** What is read as bytes: kinds of bodies, and ways to parse. */
const isBytes = new Set<unknown>(["binary", "blob", "arrayBuffer", "stream"]);

/**
 * A Response that can be read once more: its text as UTF-8, and without the key where a server sent it back in an error
 * or in a header.
 */
export function responseCopy({ response, bytes, keys }: Received, call: Call, parseAs: ParseAs | undefined): Response {
  const { status, ok, statusText } = response;
  const { method } = call.definition;
  const kind = parseAs ?? documentedKind(call.definition, status);
  let body: BodyInit | null = bytes as Uint8Array<ArrayBuffer>;
  if (method === "HEAD" || NO_BODY.has(status)) body = null;
  else if (!ok) body = withoutKeys(asText(bytes, response), keys);
  // What is documented to be empty is read as empty.
  else if (kind === "none") body = null;
  else if (!isBytes.has(kind)) body = asText(bytes, response);
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, redact(value, keys));
  // It counts what was sent, compressed perhaps, and not what is read here.
  if (body !== bytes) headers.delete("content-length");
  const copy = new Response(body, {
    status,
    headers,
    // Which may hold what a Response does not take.
    statusText: /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(statusText) ? redact(statusText, keys) : "",
  });
  return Object.defineProperty(copy, "url", { value: call.url });
}

/** As text where a charset other than UTF-8 is named and the bytes are of it; else the bytes as they are. */
function asText(bytes: Uint8Array, { headers }: Response): string | Uint8Array<ArrayBuffer> {
  const isOther = /;\s*charset="?(?!utf-?8\b)[\w-]/i.test(headers.get("content-type") ?? "");
  try {
    if (isOther) return decode(bytes, headers);
  } catch {
    // Told as far as it can be read.
  }
  return bytes as Uint8Array<ArrayBuffer>;
}

/** As it is where there is none of them, which JSON's escapes can hide. */
function withoutKeys(body: string | Uint8Array<ArrayBuffer>, keys: readonly string[]): BodyInit {
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const clean = redact(text, keys);
  if (clean === text && !text.includes("\\")) return body;
  try {
    return JSON.stringify(redactedJson(text, keys));
  } catch {
    return clean;
  }
}
