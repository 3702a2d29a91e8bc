import { generateFiles } from "@x/generator";
import type { JsonObject } from "@x/openapi";

/** The generated files of a document that is no package's. */
export function generateVendor(document: JsonObject): ReturnType<typeof generateFiles> {
  return generateFiles(document, "specs/acme.yaml");
}
