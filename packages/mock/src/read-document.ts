import { readFileSync } from "node:fs";
import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import { MockError } from "./mock-error.ts";

/** YAML 1.2, and the merge keys of 1.1. */
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

/**
 * Reads an OpenAPI 3.0 or 3.1 document. Its timestamps stay strings.
 *
 * @throws {MockError} naming the file, when it is not there, does not parse or is something else
 */
export function readDocument(path: string): Record<string, unknown> {
  return checkDocument(readFile(path), path);
}

/**
 * What a file of YAML or JSON holds.
 *
 * @throws {MockError} naming the file, when it is not there or does not parse
 */
export function readFile(path: string): unknown {
  try {
    return load(readFileSync(path, "utf8"), { schema: SCHEMA, filename: path });
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    throw new MockError(code === "ENOENT" ? `There is no file ${path}.` : `${path} can't be read: ${message}`);
  }
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

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
