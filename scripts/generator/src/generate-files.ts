import { type JsonObject, printable, Problem } from "@x/openapi";
import { collectOperations } from "./operations/collect-operations.ts";
import { withoutIgnoredHeaders } from "./operations/ignored-headers.ts";
import { schemesOf } from "./operations/schemes.ts";
import { webhooksOf } from "./operations/webhooks.ts";
import { header, renderOperations } from "./render/render-operations.ts";
import type { Table } from "./render/render-table.ts";
import { exportedTypes } from "./render/render-types.ts";
import { inlineReferences } from "./schema/inline-references.ts";
import { renderSchema } from "./schema/schema-file.ts";
import { skippedWords, type Skipped } from "./usable/skipped.ts";
import { wellFormed } from "./usable/well-formed.ts";
import { withoutFaults, withoutOperations } from "./usable/without-faults.ts";
import { writtenOperations } from "./usable/written-operations.ts";

/** What a document gives. */
export interface Generated extends Table {
  readonly files: GeneratedFiles;
  /** The document that they are made of. */
  readonly inlined: JsonObject;
  /** Operations that have no method, by path, each with its reason. */
  readonly skipped: readonly Skipped[];
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
 * The generated files of a document. They depend on it alone, and not on the order of its keys. An operation that can't be
 * made is left out by name, and stops no other.
 *
 * @param source - the spec's file, for messages and the files' first lines
 * @param baseUrl - where the API is, for a document that does not say it
 * @throws {Problem} when no operation can be made, with the reason of each, or the document names no server
 */
export async function generateFiles(document: JsonObject, source: string, baseUrl?: string): Promise<Generated> {
  const notes: string[] = [];
  const note = (text: string): void => void notes.push(text);
  const { inlined, skipped, ...table } = readDocument(document, source, note, baseUrl);
  const webhooks = webhooksOf(inlined);
  const { models, schema } = await renderSchema(inlined, source, exportedTypes(table.operations, webhooks, source));
  const files = {
    "models.ts": fileText(`${header(source)}\n${models}`),
    "operations.ts": fileText(renderOperations(table, webhooks, source)),
    "schema.ts": fileText(`${header(source)}\n${schema}`),
  };
  return { ...table, files, inlined, skipped, notes };
}

/** What is made of a document, without its files. */
export interface Read extends Table {
  /** The document that types are made of, without the skipped operations. */
  readonly inlined: JsonObject;
  readonly skipped: readonly Skipped[];
}

/**
 * The operations of a document: those that can be made and those that can't.
 *
 * @throws {Problem} when none can be made
 */
export function readDocument(
  document: JsonObject,
  source: string,
  note: (text: string) => void = () => {},
  baseUrl?: string,
): Read {
  const written = writtenOperations(wellFormed(document));
  const sound = withoutFaults(written.document, source, note);
  const inlined = withoutIgnoredHeaders(inlineReferences(sound.document, source), source);
  const before = [...written.skipped, ...sound.skipped];
  const collected = collectOperations(inlined, source, note, baseUrl);
  const skipped = [...before, ...collected.skipped].toSorted((left, right) => (left.pointer < right.pointer ? -1 : 1));
  if (!collected.operations.length) {
    const reasons = skipped.map((each) => `\n  ${skippedWords(each)}`);
    throw new Problem(`${source} has no operation${reasons.length ? " that can be made:" : "."}${reasons.join("")}`);
  }
  const { operations, servers } = collected;
  const schemes = schemesOf(inlined, operations);
  return { inlined: withoutOperations(inlined, collected.skipped), operations, servers, schemes, skipped };
}

/** In a string as in a comment, a hidden character can be written out: so no library that prints has to be trusted. */
function fileText(text: string): string {
  return printable(text, "\n\t");
}
