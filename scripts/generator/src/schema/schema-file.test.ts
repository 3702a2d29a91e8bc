import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { inlineReferences } from "./inline-references.ts";
import { refuseReferences } from "./references.ts";
import { renderSchema } from "./schema-file.ts";

/** Both files of a document, as one text. */
async function render(document: JsonObject): Promise<string> {
  refuseReferences(document, "acme.yaml");
  const files = await renderSchema(inlineReferences(document, "acme.yaml"), "acme.yaml", new Set());
  return files.models + files.schema;
}

test.each([
  ["#/components/schemas/Gone", 'the reference "#/components/schemas/Gone" points at nothing.'],
  ["./other.yaml#/A", 'the reference "./other.yaml#/A" leaves the document.'],
  ["http://127.0.0.1:9/a.yaml", 'the reference "http://127.0.0.1:9/a.yaml" leaves the document.'],
  ["file:///etc/passwd", 'the reference "file:///etc/passwd" leaves the document.'],
])("a reference to %s is refused where it stands, and never followed", async (reference, message) => {
  const schemas = { Room: { type: "object", properties: { other: { $ref: reference } } } };
  const document = { openapi: "3.1.0", info: { title: "a", version: "1" }, paths: {}, components: { schemas } };
  await expect(render(document)).rejects.toThrow(
    `acme.yaml#/components/schemas/Room/properties/other/$ref: ${message}`,
  );
});

test("what only looks like a reference is data, and never followed", async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end("{}");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const lookalike = { $ref: `http://127.0.0.1:${(server.address() as AddressInfo).port}/a` };
  const properties = { $ref: { type: "string" }, inner: { default: lookalike, type: "object" } };
  const Room = { type: "object", properties, example: [lookalike], "x-note": { deep: lookalike } };
  const document = {
    openapi: "3.1.0",
    info: { title: "a", version: "1" },
    paths: { "x-note": lookalike },
    "x-webhooks": { a: lookalike },
    components: { schemas: { Room }, examples: { a: { value: { $ref: "#/nowhere" } } } },
  };
  expect(await render(document)).toMatch(/\$ref\?: string;/);
  expect(asked).toEqual([]);
});

test("a reference where OpenAPI knows none is refused", async () => {
  const content = { "application/json": { $ref: "#/components/x/a" } };
  const paths = { "/a": { get: { responses: { "200": { content } } } } };
  await expect(render({ openapi: "3.1.0", paths })).rejects.toThrow(
    "acme.yaml#/paths/~1a/get/responses/200/content/application~1json/$ref: no media type can be a reference.",
  );
});
