import { describe, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { readDocument, type Read } from "../generate-files.ts";
import { definitionOf } from "../render/render-table.ts";
import { documentWith } from "../testing/document.ts";

const ok = { 204: { description: "" } };

/** An operation as the table has it, or why there is none. */
function made(operation: object, method = "post", version = "3.1.0"): JsonObject | string {
  const sound = { get: { operationId: "sound", responses: ok } };
  const document = documentWith({
    "/a": { [method]: { operationId: "it", responses: ok, ...operation } },
    "/b": sound,
  });
  const read: Read = readDocument({ ...document, openapi: version }, "specs/a.yaml");
  const model = read.operations.find(({ name }) => name === "it");
  return model ? (definitionOf(model, read) as unknown as JsonObject) : (read.skipped[0]?.why ?? "");
}
function bodyOf(content: object, more: object = {}): unknown {
  const result = made({ requestBody: { content, ...more } });
  return typeof result === "string" ? result : result["body"];
}
const binary = { schema: { type: "string", format: "binary" } };

describe("a request body", () => {
  test.each([
    [{ "application/json": {} }, "application/json"],
    [{ "application/x+json": {} }, "application/x+json"],
    [{ "*/*": {} }, "application/json"],
    [{ "*/*": binary }, { "*/*": "binary" }],
    [{ "application/octet-stream": {} }, { "application/octet-stream": "binary" }],
    [{ "image/*": {} }, { "image/*": "binary" }],
    [{ "application/xml": { schema: { type: "object" } } }, { "application/xml": "text" }],
    [{ "application/sdp": { schema: { type: "string" } } }, { "application/sdp": "text" }],
    [
      { "application/gzip": { schema: { type: "string", contentMediaType: "application/gzip" } } },
      { "application/gzip": "binary" },
    ],
    [
      { "multipart/form-data": {}, "application/json": {} },
      { "application/json": "json", "multipart/form-data": "multipart" },
    ],
    [
      { "text/csv": {}, "application/b+json": {}, "application/a+json": {} },
      { "application/a+json": "json", "application/b+json": "json", "text/csv": "text" },
    ],
    [
      { "application/json": { schema: { properties: { a: binary.schema } } } },
      { "application/json": { form: "json", bytes: true } },
    ],
    [
      {
        "application/x-www-form-urlencoded": {
          encoding: { a: { style: "deepObject", explode: true }, b: {}, c: { contentType: "a/b\r\n" } },
        },
      },
      {
        "application/x-www-form-urlencoded": {
          form: "urlencoded",
          encoding: { a: { style: "deepObject", explode: true } },
        },
      },
    ],
    [{}, undefined],
    [{ "multipart/mixed": {}, "application/json": {} }, "application/json"],
    [{ "application/json": {}, examples: {} }, "application/json"],
  ])("%j is sent as %j", (content, expected) => {
    expect(bodyOf(content)).toEqual(expected);
  });

  test("of a GET is ignored in 3.0, and sent in 3.1", () => {
    const operation = { requestBody: { required: true, content: { "application/json": {} } } };
    expect(made(operation, "get", "3.0.3")).not.toHaveProperty("body");
    expect(made(operation, "get", "3.0.3")).not.toHaveProperty("bodyRequired");
    expect(made(operation, "get")).toMatchObject({ body: "application/json", bodyRequired: true });
  });
});

describe("responses", () => {
  const of = (content: object): object => ({ description: "", content });
  const json = { "application/json": { schema: { type: "object" } } };
  test.each([
    [{ 200: of({ ...json, "text/csv": {} }) }, { 200: { "application/json": "object", "text/csv": "text" } }],
    [
      { 200: of({ ...json, "application/xml": {}, "application/yaml": {}, "application/hal+json": {} }) },
      { 200: "object" },
    ],
    [{ 200: of({ ...json, "text/event-stream": {}, "application/json;stream=watch": {} }) }, { 200: "object" }],
    [{ 200: of({ ...json, "application/vnd.a.protobuf": { schema: { type: "object" } } }) }, { 200: "object" }],
    [{ 200: of({ "image/png": {}, "image/jpg": {} }) }, { 200: { "image/jpg": "binary", "image/png": "binary" } }],
    [{ 200: of({ "application/xml": {} }) }, { 200: "text" }],
    [{ 302: of({}) }, { 302: "location" }],
    [
      { 200: of({}), 302: of({}) },
      { 200: "none", 302: "none" },
    ],
    [
      { default: of(json), 302: of({}) },
      { 302: "none", default: "object" },
    ],
    [{ 404: of(json) }, { 404: "object", "2XX": "none" }],
    [
      { 204: of({}), 400: of({ "text/event-stream": {} }) },
      { 204: "none", 400: "none" },
    ],
  ])("%j are read as %j", (responses, expected) => {
    expect((made({ responses }, "get") as JsonObject)["responses"]).toEqual(expected);
  });

  test.each([["text/event-stream"], ["application/x-ndjson"], ["application/json-seq"]])(
    "of %s alone leave the operation out",
    (type) => {
      expect(made({ responses: { 200: of({ [type]: {} }) } })).toContain(`response 200: a stream alone (${type})`);
      expect(made({ responses: { 200: of({ "application/jsonl": { itemSchema: {} } }) } })).toContain("a stream alone");
    },
  );

  test("are asked for in JSON, else in all that there is", () => {
    const accept = (content: object): unknown => (made({ responses: { 200: of(content) } }) as JsonObject)["accept"];
    expect(accept({ ...json, "text/csv": {} })).toBeUndefined();
    expect(accept({ "image/png": {}, "image/jpg": {} })).toBe("image/jpg, image/png");
    expect(accept({ "*": binary })).toBe("*/*");
  });
});

test("headers of the platform are no parameters, also where they are required", () => {
  const header = (name: string): object => ({ name, in: "header", required: true, schema: { type: "string" } });
  const parameters = ["Content-Length", "Host", "Transfer-Encoding", "X-Own"].map(header);
  expect(made({ parameters })).toMatchObject({
    parameters: { header: { "X-Own": { type: "string", required: true } } },
  });
});
