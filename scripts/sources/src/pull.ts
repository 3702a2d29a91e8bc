import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  firstDifference,
  readIfThere,
  parseOpenApi,
  type JsonObject,
  Problem,
  canonicalYaml,
  operationId,
  operationsOf,
  tagsByName,
} from "@x/openapi";
import { sha256 } from "./pages/pieces.ts";
import { baseUrlOf } from "./base-url.ts";
import type { Piece } from "./pages/pieces.ts";
import { mergeOver } from "./merge/additive.ts";
import { gather, recordable, sourcesOf } from "./gather.ts";
import { merge } from "./merge/merge.ts";
import { notesOf, sourceNotesOf } from "./notes.ts";
import type { PullOptions } from "./pull-options.ts";
import { logOf, revertTo, type Revert } from "./revert.ts";
import { readRecords, recordsPath, recordsText, specPath } from "./record.ts";
import type { SourceRecord } from "./record.ts";

export interface PullResult {
  /** `seen`: the content is an earlier one, and is not taken up. */
  readonly outcome: "unchanged" | "seen" | "changed";
  /** That the content is an earlier one, taken up or not. */
  readonly revert: Revert | undefined;
  /** The document as it is now; undefined for a new vendor. */
  readonly before: string | undefined;
  /** The document as pulled. */
  readonly after: string;
  /** What was read, by file path or URL. */
  readonly sources: readonly string[];
  readonly operations: readonly string[];
  /** Where the API is, of a document that does not say it. */
  readonly baseUrl: string | undefined;
  /** The files to write, text by path; none when nothing changes. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads a vendor's sources and says what its document would be. Writes nothing.
 *
 * @throws {Problem} on a source that cannot be read or understood, a conflict, or when no operation is left
 */
export async function pull(options: PullOptions): Promise<PullResult> {
  const { vendor, root } = options;
  const note = options.note ?? (() => undefined);
  const records = readRecords(root);
  const record = Object.hasOwn(records, vendor) ? records[vendor] : undefined;
  const before = readIfThere(specPath(root, vendor));
  refuseUnknown(options, before !== undefined || record !== undefined, Object.keys(records));

  if (before !== undefined && record !== undefined && sha256(before) !== record.sha256.canonical)
    note(`specs/${vendor}.yaml is not what was pulled last: it was edited by hand.`);
  const sources = sourcesOf(options, record);
  const pieces = await gather(sources, options);
  const document = assemble(options, before, pieces);
  const after = canonicalYaml(document);
  for (const line of notesOf(options, pieces, document)) note(line);

  const canonical = sha256(after);
  const known = record?.history ?? [];
  const operations = operationsOf(document).map(operationId);
  const revert = revertTo(canonical, record);
  const baseUrl = baseUrlOf(document, pieces, options.baseUrl, record?.baseUrl);
  const result = { before, after, sources: pieces.map(({ source }) => source), operations, baseUrl, revert };
  const asRecorded = canonical === record?.sha256.canonical && baseUrl === record?.baseUrl;
  if (asRecorded && after === before) return { ...result, outcome: "unchanged", files: new Map() };
  if (revert !== undefined && options.accept !== true && revert.times > (options.maxReverts ?? 0))
    return { ...result, outcome: "seen", files: new Map() };
  for (const line of sourceNotesOf(options, record)) note(line);
  const raw = pieces.map((piece) => piece.sha256).toSorted();
  // To say where the API is takes up no new content.
  const present = record?.sha256.canonical === canonical ? record : undefined;
  const retrieved = present?.retrieved ?? options.today ?? new Date().toISOString().slice(0, 10);
  const next: SourceRecord = {
    sources: record?.sources ?? recordable(sources, options),
    ...(baseUrl !== undefined && { baseUrl }),
    retrieved,
    sha256: { raw: raw.length === 1 ? String(raw[0]) : sha256(raw.join("\n")), canonical },
    operations,
    history: known.includes(canonical) ? known : [...known, canonical],
    log: present ? logOf(present) : [...(record === undefined ? [] : logOf(record)), { on: retrieved, canonical }],
  };
  const files = new Map([[specPath(root, vendor), after]]);
  if (!asRecorded) files.set(recordsPath(root), recordsText({ ...records, [vendor]: next }));
  return { ...result, outcome: after === before ? "unchanged" : "changed", files };
}

function refuseUnknown(options: PullOptions, known: boolean, vendors: string[]): void {
  const { vendor, root } = options;
  if (!/^[a-z][a-z0-9-]*$/.test(vendor))
    throw new Problem(`"${vendor}" cannot name a vendor: small letters, digits and hyphens, a letter first.`);
  if (known || options.create === true || existsSync(join(root, "packages", vendor, "package.json"))) return;
  throw new Problem(
    `There is no vendor "${vendor}". Known are: ${vendors.join(", ") || "none"}. "pnpm specs add ${vendor} --from SOURCE" makes it one.`,
  );
}

/** The new document. Where it says the same as the present one in another order, the present one stays. */
function assemble(options: PullOptions, before: string | undefined, pieces: readonly Piece[]): JsonObject {
  if (before === undefined) return merge(pieces);
  const source = `specs/${options.vendor}.yaml`;
  const present = { source, document: parseOpenApi(before, source) };
  const document = options.complete === true ? merge(pieces) : mergeOver(present, pieces);
  const same = firstDifference(tagsByName(document), tagsByName(present.document)) === undefined;
  return same ? present.document : document;
}
