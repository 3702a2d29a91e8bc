import { danglingOf, operationId, operationsOf, type JsonObject } from "@x/openapi";
import type { Piece } from "./pages/pieces.ts";
import type { PullOptions } from "./pull-options.ts";
import type { SourceRecord } from "./record.ts";

/** More are counted, not named. */
const MAX_NAMED = 5;

/** What in a document points nowhere, and what in it was not pulled. */
export function notesOf({ vendor, complete }: PullOptions, pieces: readonly Piece[], document: JsonObject): string[] {
  const notes = [...danglingOf(document)].map(
    ([where, reference]) =>
      `The reference at ${where} ${reference.startsWith("#") ? "points at nothing" : "leaves the document"}: "${reference}".`,
  );
  const pulled = new Set(pieces.flatMap((piece) => operationsOf(piece.document).map(operationId)));
  const kept = operationsOf(document)
    .map(operationId)
    .filter((each) => !pulled.has(each));
  if (kept.length > 0 && complete !== true)
    notes.push(`${named(kept)} of specs/${vendor}.yaml: not in what was pulled, and stays. --complete takes it out.`);
  return notes;
}

/** That what is new comes from elsewhere than what is recorded. */
export function sourceNotesOf({ from }: PullOptions, record: SourceRecord | undefined): string[] {
  const recorded = (record?.sources ?? []).map((source) => source.from);
  const isOther = from !== undefined && recorded.length > 0 && from.some((each) => !recorded.includes(each));
  return isOther ? [`--from holds for this run: specs/sources.json still names ${named(recorded)}.`] : [];
}

function named(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  return `${names.slice(0, MAX_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
