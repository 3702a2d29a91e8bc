import { readFileSync } from "node:fs";
import { isObject, type JsonObject } from "../json.ts";
import { Problem } from "../problem.ts";
import { decodeText } from "./decode-text.ts";
import { versionOf } from "./version.ts";
import { parseYaml } from "./yaml.ts";

/**
 * An OpenAPI 3 document from its text or its bytes (UTF-8).
 *
 * @param source - file path or URL, named in errors
 * @throws {Problem} when it does not parse, is not such a document, or has no paths
 */
export function parseOpenApi(content: string | Uint8Array, source: string): JsonObject {
  const text = typeof content === "string" ? content : decodeText(content, source);
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw new Problem(`${source} is markup, no OpenAPI document.`);
  const document = parseYaml(text, source);
  if (!isObject(document))
    throw new Problem(`${source} does not hold an OpenAPI document: its top level is not an object.`);
  if (versionOf(document) === undefined) {
    throw new Problem(
      `${source}#/openapi is ${JSON.stringify(document["openapi"])}; only OpenAPI 3.0, 3.1 and 3.2 are supported.`,
    );
  }
  if (!isObject(document["paths"])) throw new Problem(`${source} has no "paths" object.`);
  return document;
}

/**
 * The document in a file.
 *
 * @throws {Problem} when there is no such file, and as `parseOpenApi` does
 */
export function readOpenApi(path: string): JsonObject {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    throw new Problem(code === "ENOENT" ? `There is no file ${path}.` : `${path} can't be read: ${message}`);
  }
  return parseOpenApi(bytes, path);
}
