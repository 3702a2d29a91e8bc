import { expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { generateFiles } from "../generate-files.ts";

/** A document of 40 parameters, the schema of each twice that of the next. */
function doubling(): JsonObject {
  const parameters: JsonObject = { P40: { name: "p40", in: "query", schema: { type: "string" } } };
  for (let index = 0; index < 40; index += 1) {
    const next = { $ref: `#/components/parameters/P${index + 1}/schema` };
    parameters[`P${index}`] = { name: `p${index}`, in: "query", schema: { allOf: [next, next] } };
  }
  const get = { parameters: [{ $ref: "#/components/parameters/P0" }], responses: { "200": { description: "" } } };
  return {
    openapi: "3.1.0",
    info: { title: "Bomb", version: "1" },
    servers: [{ url: "https://a.test" }],
    paths: { "/a": { get } },
    components: { parameters },
  };
}

test("references that double and double again are refused, and not written out", async () => {
  await expect(generateFiles(doubling(), "spec")).rejects.toThrow("spec is a bomb: its references");
});
