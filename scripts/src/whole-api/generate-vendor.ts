import { collectOperations } from "../generate/collect-operations.ts";
import { renderOperations } from "../generate/render-operations.ts";
import { renderSchema } from "../generate/schema-file.ts";
import { usable } from "../generate/usable.ts";
import type { JsonObject } from "../lib/openapi.ts";

/** The generated files of a document that is no package's. */
export async function generateVendor(raw: JsonObject): Promise<{ "operations.ts": string; "schema.ts": string }> {
  const source = "specs/acme.yaml";
  const document = usable(raw);
  return {
    "operations.ts": renderOperations(document, collectOperations(document, source), source, "@x/acme"),
    "schema.ts": await renderSchema(document, source),
  };
}
