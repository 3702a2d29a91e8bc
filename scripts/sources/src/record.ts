import { join } from "node:path";
import { readIfThere, isObject, messageOf, Problem } from "@x/openapi";
import type { Source } from "./read/read-source.ts";

/** What `specs/sources.json` remembers of a vendor: where its document comes from, and all that it ever was. */
export interface SourceRecord {
  readonly sources: readonly Source[];
  /** Where the API is, of a document that does not say it. */
  readonly baseUrl?: string;
  /** The day on which the present content was first retrieved. */
  readonly retrieved: string;
  /** Of what was read (of several texts, of their sorted sums), and of `specs/<vendor>.yaml`. */
  readonly sha256: { readonly raw: string; readonly canonical: string };
  readonly operations: readonly string[];
  /** The canonical sum of every content so far, the oldest first. */
  readonly history: readonly string[];
  /** Each time that a content was taken up, an earlier one too. Of what was taken up before this was kept, the last alone. */
  readonly log?: readonly TakenUp[];
}

export interface TakenUp {
  /** As YYYY-MM-DD. */
  readonly on: string;
  readonly canonical: string;
}

export type Records = { readonly [vendor: string]: SourceRecord };

/** Where the records are kept. */
export function recordsPath(root: string): string {
  return join(root, "specs/sources.json");
}

/** Where a vendor's document is kept. */
export function specPath(root: string, vendor: string): string {
  return join(root, "specs", `${vendor}.yaml`);
}

/**
 * All records; none where there is no file yet.
 *
 * @throws {Problem} when the file is not JSON of this shape
 */
export function readRecords(root: string): Records {
  const text = readIfThere(recordsPath(root));
  if (text === undefined) return {};
  let records: unknown;
  try {
    records = JSON.parse(text);
  } catch (thrown) {
    throw new Problem(`specs/sources.json is not valid JSON: ${messageOf(thrown)}`);
  }
  if (!isObject(records)) throw new Problem("specs/sources.json is not an object of vendors.");
  for (const [vendor, record] of Object.entries(records)) {
    const sums = isObject(record) ? record["sha256"] : undefined;
    const lists = isObject(record) && [record["sources"], record["operations"], record["history"]];
    const isLog = isObject(record) && (record["log"] === undefined || Array.isArray(record["log"]));
    if (!isLog || !isObject(sums) || typeof sums["canonical"] !== "string" || !lists || !lists.every(Array.isArray))
      throw new Problem(
        `specs/sources.json#/${vendor} needs "sources", "operations", "history" and "sha256" with "raw" and "canonical".`,
      );
  }
  return records as unknown as Records;
}

/** The file's text for these records, vendors in alphabetical order. */
export function recordsText(records: Records): string {
  const sorted = Object.entries(records).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), undefined, 2)}\n`;
}
