import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { withoutFaults } from "../usable/without-faults.ts";
import { inlineReferences } from "./inline-references.ts";
import { renderSchema } from "./schema-file.ts";

/** Both files of a document, as one text. */
async function render(document: JsonObject): Promise<string> {
  const sound = withoutFaults(document, "acme.yaml", () => undefined).document;
  const files = await renderSchema(inlineReferences(sound, "acme.yaml"), "acme.yaml", new Set());
  return files.models + files.schema;
}

test("bytes are a Blob, as 3.0 says it and as 3.1 does; a text of a type is a text", async () => {
  const properties = {
    old: { type: "string", format: "binary" },
    file: { type: "string", contentMediaType: "application/octet-stream" },
    picture: { type: "string", contentMediaType: "image/png" },
    encoded: { type: "string", contentMediaType: "image/png", contentEncoding: "base64" },
    page: { type: "string", contentMediaType: "text/html" },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "a", version: "1" },
    paths: {},
    components: { schemas: { Upload: { type: "object", properties } } },
  };
  const text = await render(document);
  for (const name of ["old", "file", "picture"]) expect(text).toMatch(new RegExp(`${name}\\?: Blob;`));
  for (const name of ["encoded", "page"]) expect(text).toMatch(new RegExp(`${name}\\?: string;`));
});

test("what only looks like a reference is data, and never followed", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end("{}");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const externalValue = `http://127.0.0.1:${(server.address() as AddressInfo).port}/external`;
  const lookalike = { $ref: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a` };
  const properties = { $ref: { type: "string" }, inner: { default: lookalike, type: "object" } };
  const Room = { type: "object", properties, example: [lookalike], "x-note": { deep: lookalike, externalValue } };
  const document = {
    openapi: "3.1.0",
    info: { title: "a", version: "1" },
    paths: {
      "x-note": lookalike,
      "/a": { get: { parameters: [{ name: "a", in: "query", examples: { b: { externalValue } } }], responses: {} } },
    },
    "x-webhooks": { a: lookalike },
    components: { schemas: { Room }, examples: { a: { value: { $ref: "#/nowhere" } } } },
  };
  expect(await render(document)).toMatch(/\$ref\?: string;/);
  expect(asked).toEqual([]);
});
