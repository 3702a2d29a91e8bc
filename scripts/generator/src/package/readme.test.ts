import { expect, test } from "vitest";
import { generateFiles } from "../generate-files.ts";
import { packageDocs } from "../reference/package-docs.ts";
import { documentWith } from "../testing/document.ts";
import { namesOf } from "./names.ts";
import { readmeOf } from "./readme.ts";

test("a document's words are code in the README: no markup, no cell of their own, no end of the example", async () => {
  const parameters = [{ name: "a`|\u202E\n```", in: "query", required: true, schema: { type: "string" } }];
  const document = documentWith({
    "/a`@team|<b>`/{id}": { get: { parameters, responses: { 200: { description: "" } } } },
  });
  const generated = await generateFiles(document, "specs/acme.yaml");
  const { readmePart } = packageDocs(generated, "@x/acme", "specs/acme.yaml");
  const text = readmeOf(namesOf("acme"), generated.operations, readmePart);
  expect(text).toContain("| `getATeamBById` | ``GET /a`@team\\|<b>`/{id}`` |  |\n");
  expect(text).toContain('query: { "a`|\\u202e\\n```": "…" } });\nconsole.log(data);\n```\n');
});
