import type { TransportRequest } from "../transport/transport.ts";

/** A body in a form that undici takes, and the headers that belong to it. */
export interface DispatchBody {
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array> | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** undici knows no FormData but its own; a Blob it would read into memory whole. */
export function dispatchBody(body: TransportRequest["body"]): DispatchBody {
  if (body instanceof FormData) {
    const { blob, type } = multipart(body);
    return streamed(blob, { "content-type": type });
  }
  return body instanceof Blob ? streamed(body, {}) : { body: body ?? null, headers: {} };
}

function streamed(blob: Blob, headers: Record<string, string>): DispatchBody {
  const body = blob.stream() as unknown as AsyncIterable<Uint8Array>;
  return { body, headers: { ...headers, "content-length": String(blob.size) } };
}

/** A form as multipart/form-data (RFC 7578, escaped as HTML's form submission asks). Its files stay where they are. */
function multipart(form: FormData): { blob: Blob; type: string } {
  const boundary = `form-data-${crypto.randomUUID()}`;
  const parts: (string | Blob)[] = [];
  for (const [name, value] of form) {
    const start = `--${boundary}\r\ncontent-disposition: form-data; name="${escaped(lines(name))}"`;
    if (typeof value === "string") parts.push(`${start}\r\n\r\n${lines(value)}\r\n`);
    else {
      const type = value.type || "application/octet-stream";
      parts.push(`${start}; filename="${escaped(value.name)}"\r\ncontent-type: ${type}\r\n\r\n`, value, "\r\n");
    }
  }
  parts.push(`--${boundary}--\r\n`);
  return { blob: new Blob(parts), type: `multipart/form-data; boundary=${boundary}` };
}

function lines(text: string): string {
  return text.replace(/\r\n?|\n/g, "\r\n");
}

function escaped(text: string): string {
  return text.replace(/[\r\n"]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
