import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { pull, type PullResult } from "../pull.ts";

const HEAD = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nservers: [{ url: https://a.test }]\n';
const item = "get: { operationId: list, responses: { '200': { $ref: ../shared.json#/ok } } }\n";
const shared = JSON.stringify({
  ok: { description: "ok", content: { "application/json": { schema: { $ref: "#/Room" } } } },
  Room: { type: "object" },
});

/** A folder with these files, and what comes of pulling a source in it. */
function files(texts: { readonly [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), "files-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
function pulled(folder: string, from: string): Promise<PullResult> {
  return pull({ vendor: "acme", root: folder, from: [from], create: true, today: "2026-01-02" });
}
const whole = {
  "api/root.yaml": `${HEAD}paths: { /rooms: { $ref: paths/rooms.yaml } }\n`,
  "api/paths/rooms.yaml": item,
  "api/shared.json": shared,
};

test.each(["api/root.yaml", "api"])("a document of many files becomes one, named by %s", async (from) => {
  const { after, operations, files: written } = await pulled(files(whole), from);
  expect(operations).toEqual(["GET /rooms"]);
  expect(after).toMatch(/\$ref: '#\/components\/schemas\/Room'/);
  expect(after).not.toMatch(/shared|rooms\.yaml/);
  expect([...written.values()].join()).toContain(`"from": "${from}"`);
});

test.each([
  ["../out.yaml", "leaves the document's folder"],
  ["/etc/hostname", "leaves the document's folder"],
  ["link.yaml", "leaves the document's folder"],
  ["http://127.0.0.1:9/a.yaml", "leaves the document's folder"],
  ["//127.0.0.1:9/a.yaml", "leaves the document's folder"],
  ["file:///etc/passwd", "leaves the document's folder"],
  ["gone.yaml", "leads to no file"],
])("a reference to %s is refused, and never read", async (reference, why) => {
  const folder = files({
    ...whole,
    "out.yaml": item,
    "api/root.yaml": `${HEAD}paths: { /a: { $ref: b.yaml } }\n`,
    "api/b.yaml": `$ref: "${reference}"\n`,
  });
  symlinkSync(join(folder, "out.yaml"), join(folder, "api/link.yaml"));
  await expect(pulled(folder, "api/root.yaml")).rejects.toThrow(
    `api/root.yaml: the reference ${JSON.stringify(reference)} in b.yaml ${why}.`,
  );
});

test("a folder with two documents on which files hang is refused, and both are named", async () => {
  const folder = files({ ...whole, "api/other.yaml": `${HEAD}paths: {}\n` });
  await expect(pulled(folder, "api")).rejects.toThrow("name one (api/other.yaml, api/root.yaml)");
});

test("what the bundler can't read is told in its words", async () => {
  const folder = files({
    ...whole,
    "api/paths/rooms.yaml": "get: { responses: { '200': { $ref: ../shared.json#/gone } } }\n",
  });
  await expect(pulled(folder, "api/root.yaml")).rejects.toThrow(/can't be made one document by `redocly bundle`/);
});
