import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveSite } from "../test-site.ts";
import { workspaceOf } from "../test-workspace.ts";
import { HEAD, pulled, whole } from "./test-many-files.ts";

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
