import { parseYaml } from "./yaml.ts";
import { Problem } from "./problem.ts";

/** Plain JSON data, as a parsed YAML or JSON document holds it. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** The HTTP methods a path item may hold, in the order OpenAPI lists them. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof methods)[number];

/** Whether a value is a JSON object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A key as a JSON pointer segment (RFC 6901). */
export function pointerSegment(key: string | number): string {
  return String(key).replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * An OpenAPI 3.0 or 3.1 document from its text.
 *
 * @throws {Problem} when the text does not parse, is not such a document, or has no paths
 */
export function parseOpenApi(text: string, source: string): JsonObject {
  const document = parseYaml(text, source);
  if (!isObject(document))
    throw new Problem(`${source} does not hold an OpenAPI document: its top level is not an object.`);
  const version = document["openapi"];
  if (typeof version !== "string" || !/^3\.[01]\./.test(version)) {
    throw new Problem(`${source}#/openapi is ${JSON.stringify(version)}; only OpenAPI 3.0 and 3.1 are supported.`);
  }
  if (!isObject(document["paths"])) throw new Problem(`${source} has no "paths" object.`);
  return document;
}

/**
 * What a `$ref` inside the document points at, following chains; any other value is returned as it is.
 *
 * @throws {Problem} when it dangles, leaves the document or goes round in a circle
 */
export function resolve(document: JsonObject, value: Json | undefined, source: string): Json | undefined {
  const seen = new Set<string>();
  let current = value;
  while (isObject(current) && typeof current["$ref"] === "string") {
    const pointer: string = current["$ref"];
    if (!pointer.startsWith("#/"))
      throw new Problem(`${source}: $ref "${pointer}" leaves the document; only "#/…" is supported.`);
    if (seen.has(pointer)) throw new Problem(`${source}: $ref "${pointer}" refers to itself.`);
    seen.add(pointer);
    current = at(document, pointer);
    if (current === undefined) throw new Problem(`${source}: $ref "${pointer}" points at nothing.`);
  }
  return current;
}

/** The key that a segment of a JSON pointer in a URI fragment stands for (RFC 6901, 4 and 6). */
export function unescapeSegment(segment: string): string {
  let key = segment;
  try {
    key = decodeURIComponent(segment);
  } catch {
    // A lone "%" is not an escape: the key is meant as it stands.
  }
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The value at a JSON pointer (`#/a/b` or `/a/b`), or undefined. */
export function at(document: JsonObject, pointer: string): Json | undefined {
  let current: Json | undefined = document;
  for (const segment of pointer.replace(/^#/, "").split("/").slice(1)) {
    const key = unescapeSegment(segment);
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as JsonObject)[key];
  }
  return current;
}
