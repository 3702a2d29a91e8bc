import { documented } from "../bodies/body-kind.ts";
import { decode } from "../bodies/response-body.ts";
import type { Call } from "../call.ts";
import { redact } from "../errors/redact.ts";
import type { ParseAs } from "./init.ts";

/** A response that was read, and the key that asked for it. */
export interface Received {
  readonly response: Response;
  readonly bytes: Uint8Array;
  readonly key: string | undefined;
}

/** Statuses whose responses have no body (Fetch, 2.2.3). */
const NO_BODY = new Set([101, 103, 204, 205, 304]);

/** What is read as bytes: kinds of bodies, and ways to parse. */
const isBytes = new Set<unknown>(["binary", "blob", "arrayBuffer", "stream"]);

/**
 * A Response that can be read once more: its text as UTF-8, and without the key where a server sent it back in an error
 * or in a header.
 */
export function responseCopy({ response, bytes, key }: Received, call: Call, parseAs: ParseAs | undefined): Response {
  const { status, ok, statusText } = response;
  const { method } = call.definition;
  const kind = parseAs ?? documented(call.definition, status).kind;
  let body: BodyInit | null = bytes as Uint8Array<ArrayBuffer>;
  if (method === "HEAD" || NO_BODY.has(status)) body = null;
  else if (!ok) body = withoutKey(asText(bytes, response), key);
  // What is documented to be empty is read as empty.
  else if (kind === "none") body = null;
  else if (!isBytes.has(kind)) body = asText(bytes, response);
  const headers = new Headers();
  for (const [name, value] of response.headers) headers.append(name, redact(value, key));
  // It counts what was sent, compressed perhaps, and not what is read here.
  if (body !== bytes) headers.delete("content-length");
  const copy = new Response(body, {
    status,
    headers,
    // Which may hold what a Response does not take.
    statusText: /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(statusText) ? redact(statusText, key) : "",
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

/** Also where the key hides behind JSON's escapes. */
function withoutKey(body: string | Uint8Array<ArrayBuffer>, key: string | undefined): BodyInit {
  if (!key) return body;
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  if (!text.includes(key) && !text.includes("\\")) return body;
  try {
    return redact(JSON.stringify(JSON.parse(text)), JSON.stringify(key).slice(1, -1));
  } catch {
    return redact(text, key);
  }
}
