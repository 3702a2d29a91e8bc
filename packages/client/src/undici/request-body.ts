import type { TransportRequest } from "../transport/transport.ts";

/** A body in a form that undici takes, and the headers that belong to it. */
export interface DispatchBody {
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array> | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** A Blob undici would read into memory whole. */
export function dispatchBody(body: TransportRequest["body"]): DispatchBody {
  if (!(body instanceof Blob)) return { body: (body as DispatchBody["body"]) ?? null, headers: {} };
  const headers = { "content-length": String(body.size) };
  return { body: body.stream() as unknown as AsyncIterable<Uint8Array>, headers };
}
