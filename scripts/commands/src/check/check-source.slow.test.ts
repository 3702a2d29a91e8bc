import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workspaceOf } from "../testing/workspace.ts";
import { hasFailed, type CheckResult } from "./check-result.ts";
import { checkSource } from "./check-source.ts";
import { foreign } from "./foreign.ts";

const sound = {
  openapi: "3.1.0",
  info: { title: "Rooms", version: "1" },
  servers: [{ url: "https://api.acme.example/v1" }],
  paths: {
    "/rooms": {
      get: {
        operationId: "listRooms",
        responses: {
          200: { description: "", content: { "application/json": { schema: { type: "array", items: {} } } } },
        },
      },
    },
  },
};

function check(name: string, text: string): Promise<CheckResult> {
  const base = workspaceOf({});
  writeFileSync(join(base, name), text);
  return checkSource(name, { base, contractSeconds: 60, onStep: () => undefined });
}

test("a document that is sound becomes a package that compiles and passes its contract tests", async () => {
  const result = await check("rooms.json", JSON.stringify(sound));
  expect(result).toMatchObject({ source: "rooms.json", operations: 1, generated: 1, skipped: [], typecheck: true });
  expect(result.notes).toEqual([]);
  expect(result.contract.passed).toBeGreaterThan(3);
  expect(hasFailed(result)).toBe(false);
});

test("what Prism and JSON Schema take otherwise than OpenAPI does makes no contract test red", async () => {
  const result = await check("foreign.json", JSON.stringify(foreign));
  expect(result.notes).toEqual([]);
  expect(result).toMatchObject({ operations: 5, generated: 5, skipped: [], typecheck: true, contract: { failed: 0 } });
  expect(result.contract.passed).toBeGreaterThan(25);
});

test("a document whose operations have no body at all compiles as strictly as its package would", async () => {
  const paths = { "/rooms": { delete: { operationId: "deleteRooms", responses: { 204: { description: "" } } } } };
  const result = await check("silent.json", JSON.stringify({ ...sound, paths }));
  expect(result).toMatchObject({ generated: 1, notes: [], typecheck: true, contract: { failed: 0 } });
});

test("what the mock refuses is told in its words", async () => {
  const data = { type: "array", items: { enum: [{ $ref: "file:///etc/passwd" }] } };
  const text = JSON.stringify(sound).replace('{"type":"array","items":{}}', JSON.stringify(data));
  const { notes } = await check("rooms.json", text);
  expect(notes).toContainEqual(expect.stringMatching(/enum\/0\/\$ref: the reference "file:.*" leaves the document\.$/));
  expect(notes.join()).not.toMatch(/did not end|took more|Node\.js v/);
});
