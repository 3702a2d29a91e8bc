import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Problem } from "../problem.ts";
import { parseOpenApi, readOpenApi } from "./read-document.ts";
import { versionOf } from "./version.ts";

test.each([
  ["3.0.4", "3.0"],
  ["3.1.0", "3.1"],
  ["3.1.1-rc", "3.1"],
  ["3.2.0", "3.1"],
])("%s is version %s", (written, version) => {
  expect(versionOf(parseOpenApi(`openapi: ${written}\npaths: {}`, "spec"))).toBe(version);
});

test.each(["openapi: 3.3.0", "openapi: 3.1", "openapi: [3.1.0]", "swagger: '2.0'"])("refuses %s", (line) => {
  expect(() => parseOpenApi(`${line}\npaths: {}`, "spec")).toThrow(/only OpenAPI 3\.0, 3\.1 and 3\.2/);
});

test("a page of a site is told as what it is", () => {
  expect(() => parseOpenApi("<!DOCTYPE html>\n<html><body>x</body></html>", "spec")).toThrow("spec is markup");
});

test("bytes are UTF-8, with a byte order mark or without", () => {
  const bytes = new TextEncoder().encode("\uFEFFopenapi: 3.0.0\r\npaths: { /ü: {} }");
  expect(parseOpenApi(bytes, "spec")).toEqual({ openapi: "3.0.0", paths: { "/ü": {} } });
  expect(() => parseOpenApi(Uint8Array.of(0x61, 0xff), "spec")).toThrow(new Problem("spec is not UTF-8 text."));
  expect(() => parseOpenApi(Uint8Array.of(0x50, 0x4b, 3, 4, 0xff), "spec")).toThrow("it is a zip. Unpack it");
  expect(() => parseOpenApi(Uint8Array.of(0x1f, 0x8b, 8), "spec")).toThrow("compressed by gzip");
  expect(() => parseOpenApi(Uint8Array.of(0xff, 0xfe, 0x6f, 0), "spec")).toThrow("it is UTF-16. Save it as UTF-8");
});

test.each([
  ["- 1", "spec does not hold an OpenAPI document"],
  ["", "spec is not valid YAML or JSON"],
  ["openapi: 3.0.0", 'spec has no "paths" object'],
  ["openapi: 3.0.0\nopenapi: 3.0.1", "duplicated mapping key"],
  [`a: ${"[".repeat(300)}${"]".repeat(300)}`, "spec is not valid YAML or JSON"],
  [`#${"x".repeat(64 * 1024 * 1024)}`, "spec has 67108865 characters"],
])("refuses %.20s", (text, message) => {
  expect(() => parseOpenApi(text, "spec")).toThrow(message);
});

test("a key that JavaScript gives a meaning is a key like any other", () => {
  const document = parseOpenApi('{"openapi": "3.0.0", "paths": {}, "__proto__": {"a": 1}, "toString": 1}', "spec");
  expect(Object.keys(document)).toEqual(["openapi", "paths", "__proto__", "toString"]);
  expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
});

test("a file is read, or named", () => {
  const folder = mkdtempSync(join(tmpdir(), "openapi-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "spec.json");
  expect(() => readOpenApi(path)).toThrow(new Problem(`There is no file ${path}.`));
  expect(() => readOpenApi(folder)).toThrow(`${folder} can't be read`);
  writeFileSync(path, '{"openapi": "3.0.0", "paths": {}}');
  expect(readOpenApi(path)).toEqual({ openapi: "3.0.0", paths: {} });
});
