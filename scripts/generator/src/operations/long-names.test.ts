import { expect, test } from "vitest";
import type { Json, JsonObject } from "@x/openapi";
import { commentLines, stringLiteral } from "../render/text.ts";
import { documentWith } from "../testing/document.ts";
import { serversOf } from "./base-url.ts";
import { collectOperations } from "./collect-operations.ts";

// In time that grows with the square of the length, these take many minutes: no limit but the suite's own is needed.
const LENGTH = 500_000;

function long(unit: string): string {
  return unit.repeat(Math.ceil(LENGTH / unit.length));
}
function collect(path: string, more: JsonObject = {}): string {
  const document = documentWith({ [path]: { get: { responses: { 200: { description: "" } }, ...more } } });
  const { operations, skipped } = collectOperations(document, "specs/a.yaml");
  return operations[0]?.name.slice(0, 3) ?? skipped[0]?.why ?? "";
}

test.each([
  ["{", "a template of the path stands in another."],
  ["A", "get"],
])("a path, an operationId and a parameter of %j", (unit, made) => {
  const text = long(unit);
  expect(collect(`/a${text}b`)).toBe(made);
  expect(collect("/a", { operationId: `${text}b` })).not.toBe("");
  const parameters: Json = [{ name: text, in: "query", schema: { type: "string" } }];
  expect(collect("/a", { parameters })).toBe("get");
});

test.each(["{", "{a", "@"])("a server of %j", (unit) => {
  expect(() => serversOf({ servers: [{ url: `https://a.test/${long(unit)}b` }] }, "a")).toThrow("a#/servers/0/url");
});

test("a server of slashes", () => {
  expect(serversOf({ servers: [{ url: `https://a.test${long("/")}b` }] }, "a").baseUrl).toHaveLength(LENGTH + 15);
  expect(serversOf({ servers: [{ url: `https://a.test${long("/")}` }] }, "a").baseUrl).toBe("https://a.test");
});

test.each(["application/", "application/a+", " ", ";"])("a media type of %j", (unit) => {
  const responses = { 200: { description: "", content: { [`application/${long(unit)}x`]: { schema: {} } } } };
  expect(collect("/a", { responses })).toContain("no supported media type");
});

test.each(["*/", "@", " ", "\r", "\0", "source", "\\"])("words of %j", (unit) => {
  expect(commentLines(`a${long(unit)}b`).join("\n").length).toBeGreaterThan(LENGTH);
  expect(stringLiteral(long(unit)).length).toBeGreaterThan(LENGTH);
});
