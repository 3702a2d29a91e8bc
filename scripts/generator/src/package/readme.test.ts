import { expect, test } from "vitest";
import { collectOperations } from "../operations/collect-operations.ts";
import { documentWith } from "../testing/document.ts";
import { namesOf } from "./names.ts";
import { readmeOf } from "./readme.ts";

test("a document's words are code in the README: no markup, no cell of their own, no end of the example", () => {
  const parameters = [{ name: "a`|\u202E\n```", in: "query", required: true, schema: { type: "string" } }];
  const document = documentWith({
    "/a`@team|<b>`/{id}": { get: { parameters, responses: { 200: { description: "" } } } },
  });
  const text = readmeOf(namesOf("acme"), collectOperations(document, "specs/acme.yaml").operations);
  expect(text).toContain("| `getATeamBById` | ``GET /a`@team\\|<b>`/{id}`` |\n");
  expect(text).toContain('query: { "a`|\\u202e\\n```": "…" } });\n```\n');
});
