import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pull, type PullResult } from "../pull.ts";
import { serveSite } from "../test-site.ts";
import { workspaceOf } from "../test-workspace.ts";

const HEAD = 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\nservers: [{ url: https://a.test }]\n';
const item = "get: { operationId: list, responses: { '200': { $ref: ../shared.json#/ok } } }\n";
const shared = JSON.stringify({
  ok: { description: "ok", content: { "application/json": { schema: { $ref: "#/Room" } } } },
  Room: { type: "object" },
});

function pulled(folder: string, from: string): Promise<PullResult> {
  return pull({ vendor: "acme", root: folder, from: [from], create: true, today: "2026-01-02" });
}
const whole = {
  "api/root.yaml": `${HEAD}paths: { /rooms: { $ref: paths/rooms.yaml } }\n`,
  "api/paths/rooms.yaml": item,
  "api/shared.json": shared,
};

test.each(["api/root.yaml", "api"])("a document of many files becomes one, named by %s", async (from) => {
  const { after, operations, files: written } = await pulled(workspaceOf(whole), from);
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
  ["sub", "leads to no file"],
  [".env", "leads to a hidden file"],
  ["%2eenv", "leads to a hidden file"],
  ["sub/.hidden/a.yaml", "leads to a hidden file"],
  ["to-hidden.txt", "leads to a hidden file"],
])("a reference to %s is refused, and never read", async (reference, why) => {
  const folder = workspaceOf({
    ...whole,
    "out.yaml": item,
    "api/root.yaml": `${HEAD}paths: { /a: { $ref: b.yaml } }\n`,
    "api/b.yaml": `$ref: "${reference}"\n`,
    "api/.env": "KEY=secret\n",
    "api/sub/.hidden/a.yaml": item,
  });
  symlinkSync(".env", join(folder, "api/to-hidden.txt"));
  symlinkSync(join(folder, "out.yaml"), join(folder, "api/link.yaml"));
  await expect(pulled(folder, "api/root.yaml")).rejects.toThrow(
    `api/root.yaml: the reference ${JSON.stringify(reference)} in b.yaml ${why}.`,
  );
});

test("a folder with two documents on which files hang is refused, and both are named", async () => {
  const folder = workspaceOf({ ...whole, "api/other.yaml": `${HEAD}paths: {}\n` });
  await expect(pulled(folder, "api")).rejects.toThrow("name one (api/other.yaml, api/root.yaml)");
});

test("what the bundler can't read is told in its words", async () => {
  const folder = workspaceOf({
    ...whole,
    "api/paths/rooms.yaml": "get: { responses: { '200': { $ref: ../shared.json#/gone } } }\n",
  });
  await expect(pulled(folder, "api/root.yaml")).rejects.toThrow(/can't be made one document by `redocly bundle`/);
});

test("what the bundler would fetch beside references is kept from it; a link within the folder is a file", async () => {
  const asked: (string | undefined)[] = [];
  const site = await serveSite({
    "/a": (response, request) => {
      asked.push(request.url);
      response.end("{}");
    },
  });
  const media = { schema: { $ref: "link.json#/Room" }, examples: { one: { externalValue: `${site}/a` } } };
  const ok = { description: "ok", "x-note": { externalValue: `${site}/a` }, content: { "application/json": media } };
  const folder = workspaceOf({ ...whole, "api/shared.json": JSON.stringify({ ok, Room: { type: "object" } }) });
  symlinkSync("shared.json", join(folder, "api/link.json"));
  const { after } = await pulled(folder, "api/root.yaml");
  expect(after).toMatch(/\$ref: '#\/components\/schemas\/Room'/);
  expect(asked).toEqual([]);
});

test("what an extension refers to is nobody else's: it makes no document of many files, and is not read", async () => {
  const alone = `${HEAD}x-policy: { $ref: ../policies.yaml }\npaths: { /a: { get: { responses: {} } } }\n`;
  expect((await pulled(workspaceOf({ "a.yaml": alone }), "a.yaml")).operations).toEqual(["GET /a"]);
  const root = `${whole["api/root.yaml"]}x-policy: [{ $ref: ../policies.yaml }]\n`;
  const { after } = await pulled(workspaceOf({ ...whole, "api/root.yaml": root }), "api/root.yaml");
  expect(after).toContain("x-policy");
  expect(after).not.toContain("policies");
});
