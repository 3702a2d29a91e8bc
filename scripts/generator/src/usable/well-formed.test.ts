import { expect, test } from "vitest";
import type { Json, JsonObject } from "@x/openapi";
import { wellFormed } from "./well-formed.ts";

/** What becomes of a schema of the document. */
function schemaOf(schema: Json): Json | undefined {
  const { components } = wellFormed({ components: { schemas: { A: schema } } }) as {
    components: { schemas: JsonObject };
  };
  return components.schemas["A"];
}

test.each<[string, Json, Json]>([
  ["a boolean for required", { type: "string", required: true }, { type: "string" }],
  ["a name for required", { required: "id" }, {}],
  ["nothing behind a property", { properties: { a: null } }, { properties: { a: {} } }],
  ["text for a property", { properties: { a: "string" } }, { properties: { a: {} } }],
  ["a list for properties", { properties: [] }, {}],
  ["an object for allOf", { allOf: {} }, {}],
  ["nothing in a list", { oneOf: [null, { type: "string" }] }, { oneOf: [{ type: "string" }] }],
  ["an object for enum", { enum: { a: 1 } }, {}],
  ["a number for a title", { title: 5, description: ["a"] }, { title: "5" }],
  ["nothing at all", null, {}],
])("leaves out %s", (_, given, kept) => {
  expect(schemaOf(given)).toEqual(kept);
});

test.each<[string, Json]>([
  ["a boolean schema", { properties: { a: true, b: false } }],
  ["a list of required names", { required: ["a"] }],
  [
    "properties with the names of keywords",
    { properties: { required: { type: "boolean" }, enum: { type: "string" } } },
  ],
  ["null in an enum", { enum: ["a", null] }],
  ["the vendor's own data", { example: { required: true, allOf: null }, default: null, const: null, "x-a": null }],
])("keeps %s", (_, given) => {
  expect(schemaOf(given)).toEqual(given);
});

test("a parameter and a body may be required; an operation that is nothing goes", () => {
  const document: JsonObject = {
    paths: {
      "/a": {
        get: null,
        post: {
          operationId: 5,
          parameters: [null, { name: "a", in: "query", required: true }],
          requestBody: { required: true, content: { "application/json": null } },
          responses: { "200": null },
        },
      },
    },
  };
  expect(wellFormed(document)).toEqual({
    paths: {
      "/a": {
        post: {
          operationId: "5",
          parameters: [{ name: "a", in: "query", required: true }],
          requestBody: { required: true, content: { "application/json": {} } },
          responses: { "200": {} },
        },
      },
    },
  });
});

test("names of the vendor's own may be those of keywords", () => {
  const document: JsonObject = {
    servers: [{ url: "https://{format}.example", variables: { format: { default: "a" } } }],
    security: [{ title: [] }],
    paths: { "/a": { get: { callbacks: { description: { "{$url}": { post: { responses: {} } } } }, responses: {} } } },
    webhooks: { summary: { post: { responses: {} } } },
    components: {
      securitySchemes: { title: { type: "http", scheme: "bearer" } },
      links: { format: { operationId: "a" } },
      schemas: { required: { type: "object" }, enum: { type: "string" } },
    },
  };
  expect(wellFormed(document)).toEqual(document);
});
