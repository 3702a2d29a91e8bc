import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import { MockError } from "./mock-error.ts";

/**
 * Reads an OpenAPI 3.0 or 3.1 document. Its timestamps stay strings.
 *
 * @throws {MockError} naming the file, when it is not there, does not parse or is something else
 */
export function readDocument(path: string): Record<string, unknown> {
  let document: unknown;
  try {
    document = load(readFileSync(path, "utf8"), { schema: CORE_SCHEMA, filename: path });
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    throw new MockError(code === "ENOENT" ? `There is no file ${path}.` : `${path} can't be read: ${message}`);
  }
  return checkDocument(document, path);
}

/** @throws {MockError} naming what is no OpenAPI document, and why */
export function checkDocument(document: unknown, name: string): Record<string, unknown> {
  if (!isObject(document)) throw new MockError(`${name} does not hold an OpenAPI document.`);
  const version = document["openapi"];
  if (typeof version !== "string" || !/^3\.[01]\./.test(version)) {
    throw new MockError(`${name}#/openapi is ${JSON.stringify(version)}; OpenAPI 3.0 and 3.1 are supported.`);
  }
  if (!isObject(document["paths"])) throw new MockError(`${name} has no "paths" object.`);
  return document;
}

/** Whether a document refers to what is not in it. */
export function hasOtherFiles(document: unknown): boolean {
  const seen = new Set<unknown>();
  const pending = [document];
  while (pending.length) {
    const value = pending.pop();
    // YAML's aliases make one object of many, and may make a circle.
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const reference = "$ref" in value ? value.$ref : undefined;
    if (typeof reference === "string" && !reference.startsWith("#")) return true;
    pending.push(...Object.values(value));
  }
  return false;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
