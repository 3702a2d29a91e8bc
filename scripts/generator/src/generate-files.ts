import { type JsonObject, printable, refuseKeys } from "@x/openapi";
import { collectOperations } from "./operations/collect-operations.ts";
import { withoutIgnoredHeaders } from "./operations/ignored-headers.ts";
import { wellFormed } from "./operations/well-formed.ts";
import { webhooksOf } from "./operations/webhooks.ts";
import { header, renderOperations } from "./render/render-operations.ts";
import { exportedTypes } from "./render/render-types.ts";
import { inlineReferences } from "./schema/inline-references.ts";
import { refuseReferences } from "./schema/references.ts";
import { renderSchema } from "./schema/schema-file.ts";

/** What a document gives. */
export interface Generated {
  readonly files: GeneratedFiles;
  /** What a maintainer should know, in sentences: an operation that is not called by its operationId. */
  readonly notes: readonly string[];
}

/** The generated files of a package, as text by name. */
export interface GeneratedFiles {
  /** The declaration of each schema component, by its own name. */
  readonly "models.ts": string;
  /** The types and the definition of each operation. */
  readonly "operations.ts": string;
  /** openapi-typescript's output, without the models. */
  readonly "schema.ts": string;
}

/**
 * The generated files of a document. They depend on it alone, and not on the order of its keys.
 *
 * @param source - the spec's file, for messages and the files' first lines
 * @throws {Problem} when the document holds what the client can't do, or what no types can be made of
 */
export async function generateFiles(document: JsonObject, source: string): Promise<Generated> {
  refuseKeys(document, source);
  const kept = wellFormed(document);
  refuseReferences(kept, source);
  const inlined = withoutIgnoredHeaders(inlineReferences(kept, source), source);
  const notes: string[] = [];
  const operations = collectOperations(inlined, source, (note) => notes.push(note));
  const webhooks = webhooksOf(inlined);
  const { models, schema } = await renderSchema(inlined, source, exportedTypes(operations, webhooks, source));
  const files = {
    "models.ts": fileText(`${header(source)}\n${models}`),
    "operations.ts": fileText(renderOperations(inlined, operations, webhooks, source)),
    "schema.ts": fileText(`${header(source)}\n${schema}`),
  };
  return { files, notes };
}

/** In a string as in a comment, a hidden character can be written out: so no library that prints has to be trusted. */
function fileText(text: string): string {
  return printable(text, "\n\t");
}
