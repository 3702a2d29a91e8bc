import type { SourceRecord, TakenUp } from "./record.ts";

/** A vendor's return to a content that it had before. */
export interface Revert {
  /** The day on which that content was first taken up, as far as it is known. */
  readonly since: string | undefined;
  /** The day on which another one replaced it. */
  readonly until: string | undefined;
  /** How often the vendor has gone back to an earlier content, this time included. */
  readonly times: number;
}

/** What was taken up so far. A record from before the log was kept tells of the present content alone. */
export function logOf({ log, retrieved, sha256 }: SourceRecord): readonly TakenUp[] {
  return log ?? [{ on: retrieved, canonical: sha256.canonical }];
}

/** The return that a content would be; undefined for one that is there now, or was never there. */
export function revertTo(canonical: string, record: SourceRecord | undefined): Revert | undefined {
  if (record === undefined || canonical === record.sha256.canonical || !record.history.includes(canonical))
    return undefined;
  const log = logOf(record);
  const first = log.findIndex((each) => each.canonical === canonical);
  const last = log.findLastIndex((each) => each.canonical === canonical);
  const until = last < 0 ? undefined : log[last + 1]?.on;
  return { since: log[first]?.on, until, times: returnsIn(log, record.history) + 1 };
}

function returnsIn(log: readonly TakenUp[], history: readonly string[]): number {
  const logged = new Set(log.map(({ canonical }) => canonical));
  const seen = new Set(history.filter((canonical) => !logged.has(canonical)));
  let returns = 0;
  for (const { canonical } of log) {
    if (seen.has(canonical)) returns += 1;
    seen.add(canonical);
  }
  return returns;
}

const ORDINALS = ["", "first", "second", "third"];

/** In plain words: since when and how often. */
export function revertWords({ since, until, times }: Revert): string {
  const which = since === undefined ? "an earlier document" : `the document of ${since}`;
  const replaced = until === undefined ? "" : `, which was replaced on ${until}`;
  return `the vendor went back to ${which}${replaced}, the ${ORDINALS[times] ?? `${times}th`} time that it goes back`;
}
