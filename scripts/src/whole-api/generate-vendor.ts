import { generateFiles } from "../generate/generate-files.ts";
import type { JsonObject } from "../lib/openapi.ts";

/** The generated files of a document that is no package's. */
export function generateVendor(document: JsonObject): ReturnType<typeof generateFiles> {
  return generateFiles(document, "specs/acme.yaml");
}
