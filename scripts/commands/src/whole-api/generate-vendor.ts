import { generateFiles, type GeneratedFiles } from "@x/generator";
import type { JsonObject } from "@x/openapi";

/** The generated files of a document that is no package's. */
export async function generateVendor(document: JsonObject): Promise<GeneratedFiles> {
  return (await generateFiles(document, "specs/acme.yaml")).files;
}
