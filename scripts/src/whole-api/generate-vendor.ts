import { collectOperations } from "../generate/collect-operations.ts";
import { renderOperations } from "../generate/render-operations.ts";
import { renderSchema } from "../generate/schema-file.ts";
import type { JsonObject } from "../lib/openapi.ts";

/** The generated files of a document that is no package's. */
export async function generateVendor(document: JsonObject): Promise<{ "operations.ts": string; "schema.ts": string }> {
  const source = "specs/acme.yaml";
  return {
    "operations.ts": renderOperations(document, collectOperations(document, source), source, "@x/acme"),
    "schema.ts": await renderSchema(document, source),
  };
}
