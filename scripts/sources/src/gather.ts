import { isAbsolute } from "node:path";
import { at, Problem, operationsOf, roundedIntegers, slice } from "@x/openapi";
import { addressOf, nameOf } from "./read/address.ts";
import { defaultBounds } from "./read/bounds.ts";
import { Budget } from "./read/budget.ts";
import { matches, parseOnly } from "./pages/only.ts";
import type { Piece } from "./pages/pieces.ts";
import { readSource } from "./read/read-source.ts";
import type { Source } from "./read/read-source.ts";
import type { PullOptions } from "./pull-options.ts";
import type { SourceRecord } from "./record.ts";

/**
 * The sources to pull from: those given, else those recorded, with the filters given, else their own.
 *
 * @throws {Problem} when there are none, or a filter is no filter
 */
export function sourcesOf(options: PullOptions, record: SourceRecord | undefined): readonly Source[] {
  const only = (options.only ?? []).map(parseOnly);
  const given = (options.from ?? []).map((from) => ({ from }));
  const sources: readonly Source[] = given.length > 0 ? given : (record?.sources ?? []);
  if (sources.length === 0)
    throw new Problem(`specs/sources.json names no source for ${options.vendor}. Give one with --from.`);
  return only.length > 0 ? sources.map((source) => ({ ...source, only })) : sources;
}

/** The sources that another machine can find again. */
export function recordable(sources: readonly Source[], options: PullOptions): Source[] {
  return sources.flatMap((source) => {
    const address = addressOf(source.from, options.base ?? options.root);
    const from = nameOf(address, options.workspace ?? options.root);
    if (address.protocol !== "file:" || !isAbsolute(from)) return [{ ...source, from }];
    options.note?.(`${from} is only on this machine: name a URL in specs/sources.json to pull it again.`);
    return [];
  });
}

/**
 * All documents of the sources, cut down to the wanted operations.
 *
 * @throws {Problem} when a source cannot be read, or no operation is left
 */
export async function gather(sources: readonly Source[], options: PullOptions): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const bounds = { ...defaultBounds, ...options.bounds };
  const budget = new Budget(bounds.maxTotalBytes);
  for (const source of sources) {
    const read = {
      base: options.base ?? options.root,
      bounds,
      budget,
      note: options.note ?? (() => undefined),
      progress: options.progress ?? (() => undefined),
    };
    for (const piece of await readSource(source, read)) {
      const kept = sliced(piece, source.only ?? []);
      for (const { pointer, written } of roundedIntegers(piece.document)) {
        if (at(kept.document, pointer) !== undefined)
          read.note(`${piece.source}#${pointer} is ${written}: no number holds it, so the document has it rounded.`);
      }
      pieces.push(kept);
    }
  }
  return wanted(pieces, sources);
}

function sliced(piece: Piece, only: readonly string[]): Piece {
  if (only.length === 0) return piece;
  return { ...piece, document: slice(piece.document, (method, path) => matches(only, method, path)) };
}

function wanted(pieces: readonly Piece[], sources: readonly Source[]): Piece[] {
  const found = pieces.filter(({ document }) => operationsOf(document).length > 0);
  if (found.length > 0) return found;
  const filters = sources.flatMap((source) => source.only ?? []);
  const which = filters.length > 0 ? ` that matches ${[...new Set(filters)].join(" or ")}` : "";
  throw new Problem(`${sources.map(({ from }) => from).join(", ")}: no operation${which}.`);
}
