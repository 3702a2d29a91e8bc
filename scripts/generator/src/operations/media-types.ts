import type { BodyForm } from "@x/client";
import { isObject, resolve, type Json, type JsonObject } from "@x/openapi";
import { kindOf } from "./parameters.ts";

const JSON_TYPE = /^(application|text)\/(.+\+)?json$/i;
const BINARY_TYPE =
  /^(application\/(octet-stream|pdf|zip|gzip|x-gzip|x-tar|x-bzip2|ogg|vnd\.rar|x-7z-compressed)|(image|audio|video|font|model)\/.+)$/i;
const TEXT_TYPE = /^(text\/.+|application\/(.+\+)?(xml|yaml|x-yaml)|image\/svg\+xml)$/i;
/** Values one after the other: no one body. */
const STREAM_TYPE = /^(text\/event-stream|application\/(x-)?(ndjson|jsonl|json-lines|json-seq|stream\+json))$/i;

/** What a header can say (RFC 9110, 8.3.1), a range among it. */
const SENDABLE = /^[\w!#$%&'*+.^`|~-]+(\/[\w!#$%&'*+.^`|~-]+)?[\t ]*(;[\t\x20-\x7e]*)?$/;

/** What a value of a media type is on the wire. */
export type MediaForm = BodyForm | "stream" | "unknown";

/**
 * What a value of a media type is on the wire, by its name, else by its schema. A range is taken for JSON, the usual case,
 * unless its schema says bytes.
 */
export function formOf(document: JsonObject, mediaType: string, media: Json | undefined, where: string): MediaForm {
  if (!SENDABLE.test(mediaType)) return "unknown";
  const essence = essenceOf(mediaType);
  const schema = isObject(media) ? resolve(document, media["schema"], where) : undefined;
  if (STREAM_TYPE.test(essence) || /;\s*stream=/i.test(mediaType)) return "stream";
  if (isObject(media) && media["itemSchema"] !== undefined && schema === undefined) return "stream";
  const isBytes = isBinary(schema);
  if (/^multipart\/form-data$/i.test(essence)) return "multipart";
  if (/^multipart\//i.test(essence)) return "unknown";
  if (/^application\/x-www-form-urlencoded$/i.test(essence)) return "urlencoded";
  if (JSON_TYPE.test(essence)) return "json";
  if (TEXT_TYPE.test(essence)) return isBytes && !/^text\//i.test(essence) ? "binary" : "text";
  if (isBytes || BINARY_TYPE.test(essence) || /^(image|audio|video|font)\/\*$/i.test(essence)) return "binary";
  if (essence === "*/*" || essence === "application/*") return "json";
  if (!essence.includes("/")) return essence === "*" ? "json" : "unknown";
  if (schema === undefined) return "binary";
  return kindOf(document, schema, where) === "string" ? "text" : "unknown";
}

/** Whether a schema is one of bytes as they are (OpenAPI 3.0 `format: binary`; 3.1 a media type of contents, no encoding). */
export function isBinary(schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  return (
    schema["format"] === "binary" ||
    (typeof schema["contentMediaType"] === "string" &&
      schema["contentEncoding"] === undefined &&
      !JSON_TYPE.test(schema["contentMediaType"]))
  );
}

/**
 * Whether a schema is one of bytes wherever it stands: also what 3.1 gives a media type that no text is of. Within JSON, a
 * text may well be of a type (`text/html`).
 */
export function isByteString(schema: { readonly format?: unknown }): boolean {
  const { contentMediaType } = schema as { contentMediaType?: unknown };
  return schema.format === "binary" || (BINARY_TYPE.test(String(contentMediaType)) && isBinary(schema as JsonObject));
}

/** Media types in the order of preference: JSON itself, other JSON, the rest by name. */
export function inOrder(mediaTypes: readonly string[]): string[] {
  const rank = (type: string): number => {
    if (essenceOf(type).toLowerCase() === "application/json") return 0;
    return isJson(type) ? 1 : 2;
  };
  return mediaTypes.toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
}

/** Whether a media type is JSON, parameters such as a charset aside. A wildcard is taken for JSON, the usual case. */
export function isJson(mediaType: string): boolean {
  const essence = essenceOf(mediaType);
  return JSON_TYPE.test(essence) || essence === "*/*" || essence === "application/*";
}

export function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] as string).trim();
}
