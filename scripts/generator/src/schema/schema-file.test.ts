import { expect, test } from "vitest";
import { renderSchema } from "./schema-file.ts";

test.each([
  ["#/components/schemas/Gone", 'the reference "#/components/schemas/Gone" points at nothing.'],
  ["./other.yaml#/A", 'the reference "./other.yaml#/A" leaves the document.'],
  ["http://127.0.0.1:9/a.yaml", 'the reference "http://127.0.0.1:9/a.yaml" leaves the document.'],
  ["file:///etc/passwd", 'the reference "file:///etc/passwd" leaves the document.'],
])("a reference to %s is refused where it stands, and never followed", async (reference, message) => {
  const schemas = { Room: { type: "object", properties: { other: { $ref: reference } } } };
  const document = { openapi: "3.1.0", info: { title: "a", version: "1" }, paths: {}, components: { schemas } };
  await expect(renderSchema(document, "acme.yaml")).rejects.toThrow(
    `acme.yaml#/components/schemas/Room/properties/other/$ref: ${message}`,
  );
});
