import busboy from "busboy";
import type { Received } from "./echo-server.ts";

/** A part of a form as busboy reads it: a file's bytes in hex. */
export interface Part {
  readonly name: string;
  readonly value: string;
  readonly type: string;
  readonly filename?: string | undefined;
}

/** The parts of a multipart body, in their order. */
export function partsOf({ headers, body }: Received): Promise<Part[]> {
  return new Promise((resolve, reject) => {
    const parts: Part[] = [];
    const reader = busboy({ headers: { ...headers }, defParamCharset: "utf8" });
    reader.on("field", (name, value, { mimeType }) => void parts.push({ name, value, type: mimeType }));
    reader.on("file", (name, stream, { filename, mimeType }) => {
      const index = parts.push({ name, value: "", type: mimeType, filename }) - 1;
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        parts[index] = { ...(parts[index] as Part), value: Buffer.concat(chunks).toString("hex") };
      });
    });
    reader.on("error", reject);
    reader.on("close", () => resolve(parts.map(({ name, value, type, ...more }) => ({ name, value, type, ...more }))));
    reader.end(body);
  });
}
