import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { MockError } from "./mock-error.ts";
import { checkReferences } from "./references.ts";
import { startMock } from "./start-mock.ts";

function folderWith(files: Record<string, unknown>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "references-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "api"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  return folder;
}

test.each([
  "http://127.0.0.1:9/a",
  "HTTPS://a.test",
  "http%3A//a.test",
  "//a.test/b",
  "file:///etc/passwd",
  "/etc/passwd",
  "../out.json",
  "..%2Fout.json",
  "link.json",
  "x/../../out.json",
])("a reference to %s leaves the document's folder", (reference) => {
  const folder = folderWith({ "out.json": {}, "api/a.json": {} });
  symlinkSync("../out.json", join(folder, "api/link.json"));
  const path = join(folder, "api/a.json");
  for (const document of [{ a: { $ref: reference } }, { a: { example: [{ $ref: `${reference}#/b` }] } }])
    expect(() => checkReferences(document, path)).toThrow(
      /#\/a\/.*\$ref: the reference ".*" leaves the document's folder\.$/,
    );
  expect(() => checkReferences({ $ref: reference }, undefined)).toThrow("leaves the document.");
});

test.each([".env", "sub/.hidden/a.json", "%2eenv", "to-hidden.json"])(
  "a reference to %s leads to a hidden file",
  (reference) => {
    const folder = folderWith({ "api/a.json": {}, "api/.env": {} });
    symlinkSync(".env", join(folder, "api/to-hidden.json"));
    expect(() => checkReferences({ $ref: reference }, join(folder, "api/a.json"))).toThrow("leads to a hidden file.");
  },
);

test.each([
  " http://127.0.0.1:9/a",
  "\thttp://127.0.0.1:9/a",
  "\u00A0b.json",
  "b.json\n",
  "ht\ntp://127.0.0.1:9",
  "\0b.json",
  "..\\out.json",
  "..%5Cout.json",
  "%20http://127.0.0.1:9",
])("a reference to %j is no plain path", (reference) => {
  const folder = folderWith({ "api/a.json": {} });
  expect(() => checkReferences({ $ref: reference }, join(folder, "api/a.json"))).toThrow("is no plain path.");
});

test("files of the same folder may be referred to, and what they refer to is looked at as well", () => {
  const folder = folderWith({
    "api/a.json": {},
    "api/b.json": { c: { $ref: "c.json#/x" } },
    "api/c.json": { $ref: "http://a.test" },
  });
  const path = join(folder, "api/a.json");
  expect(checkReferences({ a: { $ref: "#/b" }, properties: { $ref: { type: "string" } } }, path)).toBe(false);
  expect(() => checkReferences({ a: { $ref: "b.json" } }, path)).toThrow(
    `${join(folder, "api/c.json")}#/$ref: the reference "http://a.test" leaves the document's folder.`,
  );
  writeFileSync(join(folder, "api/c.json"), '{"x": {"$ref": "a.json"}}');
  expect(checkReferences({ a: { $ref: "./b.json#/c" } }, path)).toBe(true);
});

test("nothing is asked and nothing is read of what a document names elsewhere", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const $ref = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a`;
  const content = (media: object): object => ({
    "/a": { get: { responses: { 200: { description: "", content: { "application/json": media } } } } },
  });
  for (const more of [
    { paths: content({ example: { $ref } }) },
    { paths: content({ schema: { $ref } }) },
    { paths: {}, "x-a": { $ref } },
  ]) {
    const document = { openapi: "3.0.3", info: { title: "a", version: "1" }, ...more };
    await expect(startMock(document)).rejects.toThrow(MockError);
    const folder = folderWith({ "api/a.json": document });
    await expect(startMock(join(folder, "api/a.json"))).rejects.toThrow("leaves the document's folder");
  }
  expect(asked).toEqual([]);
});
