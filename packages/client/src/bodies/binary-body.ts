import type { CallParts } from "../definition/call-parts.ts";
import { over } from "../options/over.ts";
import type { FetchFunction } from "../options/options.ts";
import type { FormInput } from "./form-input.ts";

/** Bytes as they are: of a Blob, a view, a buffer, or a stream, which can be sent once. */
export function binaryBody({ body, type, refuse }: FormInput, { settings }: CallParts): Partial<CallParts> {
  const own = body instanceof Blob ? body.type : "";
  const typed = { "content-type": type.includes("*") ? own || "application/octet-stream" : type };
  if (body instanceof Blob) return { body, typed };
  if (body instanceof ArrayBuffer) return { body: new Uint8Array(body), typed };
  if (ArrayBuffer.isView(body)) return { body: new Uint8Array(body.buffer, body.byteOffset, body.byteLength), typed };
  if (!(body instanceof ReadableStream))
    return refuse("must be bytes: a Blob, a typed array, an ArrayBuffer or a ReadableStream");
  if (body.locked) refuse("is a stream that is read already");
  const { fetch = (...given) => globalThis.fetch(...given) } = settings as { fetch?: FetchFunction };
  // Without it, fetch takes no stream (Fetch, 5.3).
  const half: FetchFunction = (url, init) => fetch(url, { ...init, duplex: "half" } as RequestInit);
  return {
    body: body as ReadableStream<Uint8Array>,
    typed,
    // What is read is gone.
    idempotent: false,
    ...(!settings.transport && { settings: over(settings, { fetch: half }) }),
  };
}
