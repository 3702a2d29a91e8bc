import type { JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { generateFiles } from "../generate-files.ts";

const text: JsonObject = { type: "string" };
const named: JsonObject = { type: "object", required: ["name"], properties: { name: text } };

async function typeOf(schema: JsonObject): Promise<string> {
  const document: JsonObject = {
    openapi: "3.0.4",
    info: { title: "Made up", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: { "/a": { get: { operationId: "get", responses: { 200: { description: "" } } } } },
    components: { schemas: { Named: named, It: schema } },
  };
  const { files } = await generateFiles(document, "made-up.yaml");
  return /^export type It = ([\s\S]*);\nexport type Named/m.exec(files["models.ts"])?.[1] ?? files["models.ts"];
}

const to = { $ref: "#/components/schemas/Named" };

test.each<[string, JsonObject, string]>([
  ["an object of which nothing is said holds anything", { type: "object" }, "Record<string, unknown>"],
  ["so does one that says so", { type: "object", additionalProperties: true }, "{\n    [key: string]: unknown;\n}"],
  ["a closed one holds nothing", { type: "object", additionalProperties: false }, "Record<string, never>"],
  ["what says no more than that it is an object adds nothing to a part", { allOf: [to, { type: "object" }] }, "Named"],
  ["nor does null beside it", { allOf: [to, { type: "object", nullable: true }] }, "Named"],
  ["nor does a description", { allOf: [to, { description: "It." }] }, "Named"],
  [
    "of nothing but such parts, one is left",
    { allOf: [{ type: "object" }, { type: "object" }] },
    "Record<string, unknown>",
  ],
  ["beside alternatives, too", { type: "object", anyOf: [to] }, "Named"],
])("%s", async (_, schema, type) => {
  expect(await typeOf(schema)).toBe(type);
});
