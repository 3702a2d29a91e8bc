import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { collectOperations } from "../operations/collect-operations.ts";
import { renderOperations } from "./render-operations.ts";
import { documentWith } from "../testing/document.ts";

const responses = { "200": { description: "ok" } };

function serializers(operation: JsonObject): string | undefined {
  const document = documentWith({ "/a": { post: { responses, ...operation } } });
  const text = renderOperations(document, collectOperations(document, "specs/a.yaml").operations, [], "specs/a.yaml");
  return /^ {2}serializers: \{ (.*) \},$/m.exec(text)?.[1];
}
function parameter(more: JsonObject): JsonObject {
  return { parameters: [{ name: "p", in: "query", ...more }] };
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
  [{ requestBody: { content: { "application/json": { schema: {} } } } }, "body: requestBody"],
])("of %j the table imports what is not in every client: %s", (operation, expected) => {
  expect(serializers(operation)).toBe(expected);
});
