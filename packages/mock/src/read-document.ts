import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import { MockError } from "./mock-error.ts";

/**
 * Reads an OpenAPI 3.0 or 3.1 document. Its timestamps stay strings.
 *
 * @throws {MockError} naming the file, when it is not there, does not parse or is something else
 */
export function readDocument(path: string): object {
  let document: unknown;
  try {
    document = load(readFileSync(path, "utf8"), { schema: CORE_SCHEMA, filename: path });
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    const missing = code === "ENOENT" ? "There is no file" : undefined;
    throw new MockError(missing ? `${missing} ${path}.` : `${path} can't be read: ${message}`);
  }
  if (!isObject(document)) throw new MockError(`${path} does not hold an OpenAPI document.`);
  const version = document["openapi"];
  if (typeof version !== "string" || !/^3\.[01]\./.test(version)) {
    throw new MockError(`${path}#/openapi is ${JSON.stringify(version)}; OpenAPI 3.0 and 3.1 are supported.`);
  }
  if (!isObject(document["paths"])) throw new MockError(`${path} has no "paths" object.`);
  return document;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
