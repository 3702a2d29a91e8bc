import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { readDocument } from "../generate-files.ts";
import { renderOperations } from "./render-operations.ts";
import { documentWith } from "../testing/document.ts";

const responses = { "200": { description: "ok" } };

function serializers(operation: JsonObject): string | undefined {
  const document = documentWith({ "/a": { post: { responses, ...operation } } });
  const text = renderOperations(readDocument(document, "specs/a.yaml"), [], "specs/a.yaml");
  return /^ {2}serializers: \{ (.*) \},$/m.exec(text)?.[1];
}
function parameter(more: JsonObject): JsonObject {
  return { parameters: [{ name: "p", in: "query", ...more }] };
}

function body(...given: (string | JsonObject)[]): JsonObject {
  const types = given.filter((each): each is string => typeof each === "string");
  const schema = given.find((each): each is JsonObject => typeof each === "object") ?? {};
  return { requestBody: { content: Object.fromEntries(types.map((type) => [type, { schema }])) } };
}

test.each([
  [{}, undefined],
  [parameter({ schema: { type: "string" } }), undefined],
  [parameter({ schema: { type: "boolean" }, required: true }), undefined],
  [parameter({ schema: { type: "integer" }, style: "form" }), undefined],
  [parameter({ schema: { type: "string", format: "date-time" } }), "parameter: styledParameter"],
  [parameter({ schema: { type: "array" } }), "parameter: styledParameter"],
  [parameter({ schema: { type: "object" }, style: "deepObject" }), "parameter: styledParameter"],
  [parameter({ schema: {} }), "parameter: styledParameter"],
  [parameter({ content: { "application/json": { schema: { type: "string" } } } }), "parameter: styledParameter"],
  [parameter({ schema: { type: "string" }, allowReserved: true }), "parameter: styledParameter"],
  [parameter({ schema: { type: "string" }, in: "header" }), undefined],
  [parameter({ schema: { type: "array" }, in: "header" }), "parameter: styledParameter"],
  [body("application/json"), "input: jsonInput, finish: jsonBody"],
  [body("application/a+json"), "input: jsonInput, finish: jsonBody"],
  [body("application/json", "text/plain"), "input: bodyInput, finish: requestBody"],
  [body("multipart/form-data"), "input: bodyInput, finish: requestBody"],
  [body("*/*", { format: "binary" }), "input: bodyInput, finish: requestBody"],
  [{ responses: { 302: { description: "" } } }, "finish: redirectResponse"],
  [
    { responses: { 200: { description: "", content: { "application/json": {}, "text/csv": {} } } } },
    "options: negotiationOptions, finish: negotiatedResponse",
  ],
  [
    { responses: { 200: { description: "", content: { "image/png": {} } } } },
    "options: streamOptions, finish: streamedResponse",
  ],
  [
    { ...body("application/json"), responses: { 302: { description: "" } } },
    "input: jsonInput, finish: (call, input) => ({ ...jsonBody(call, input), ...redirectResponse(call) })",
  ],
])("of %j the table imports what is not in every client: %s", (operation, expected) => {
  expect(serializers(operation)).toBe(expected);
});
