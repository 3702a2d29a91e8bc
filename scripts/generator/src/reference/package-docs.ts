import { objectOf, printable, type JsonObject } from "@x/openapi";
import type { Generated } from "../generate-files.ts";
import { webhooksOf } from "../operations/webhooks.ts";
import { exportedTypes } from "../render/render-types.ts";
import { modelNames } from "../schema/model-names.ts";
import { withRequestVariants } from "../schema/request-variants.ts";
import { isPacked } from "./packed-reference.ts";
import { readmePart } from "./readme-part.ts";
import { referenceOf } from "./reference.ts";

/** What a document gives for people to read. */
export interface PackageDocs {
  /** The whole of API.md. */
  readonly reference: string;
  /** The part of the README between its two marks. */
  readonly readmePart: string;
}

/** @param name - the package's: `@x/pagecall` */
export function packageDocs(generated: Generated, name: string, source: string): PackageDocs {
  const { inlined, operations } = generated;
  const document: JsonObject = withRequestVariants(inlined);
  const components = Object.keys(objectOf(objectOf(document["components"])["schemas"]));
  const models = modelNames(components, exportedTypes(operations, webhooksOf(inlined), source));
  const reference = printable(referenceOf({ document, operations, models }, name, source), "\n");
  const part = readmePart(generated, [...models.values()].toSorted(), isPacked(reference));
  return { reference, readmePart: printable(part, "\n") };
}
