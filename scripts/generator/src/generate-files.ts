import type { JsonObject } from "@x/openapi";
import { collectOperations } from "./operations/collect-operations.ts";
import { withoutIgnoredHeaders } from "./operations/ignored-headers.ts";
import { header, renderOperations } from "./render/render-operations.ts";
import { renderSchema } from "./schema/schema-file.ts";
import { wellFormed } from "./operations/well-formed.ts";

/**
 * The two generated files of a document, as text by name.
 *
 * @param source - the spec's file, for messages and the files' first lines
 * @throws {Problem} when the document holds what the client can't do, or what no types can be made of
 */
export async function generateFiles(
  document: JsonObject,
  source: string,
): Promise<{ "operations.ts": string; "schema.ts": string }> {
  const kept = wellFormed(document);
  const models = collectOperations(kept, source);
  return {
    "operations.ts": renderOperations(kept, models, source),
    "schema.ts": `${header(source)}\n${await renderSchema(withoutIgnoredHeaders(kept, source), source)}`,
  };
}
