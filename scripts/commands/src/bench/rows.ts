import type { Peer } from "./peers/callers.ts";
import type { Cost } from "./runtime/rounds.ts";
import type { Ceiling, Row } from "./table.ts";

export const OURS = "@x/telnyx-video";
export const DEADLINE = "raw fetch + deadline";

/** What our calls cost. */
export function ofOurs(costs: ReadonlyMap<Peer, Cost>): Cost {
  return costs.get(OURS) as Cost;
}

/** Our row's. */
export function valueOf(rows: readonly Row[]): number {
  return rows.find(({ name }) => name === OURS)?.value ?? Number.NaN;
}

/** One ceiling for our rows of every number of operations. */
export function ofAll(rows: readonly Row[], what: string, atMost: number, unit: string): Ceiling[] {
  const own = rows.filter(({ name }) => name.startsWith(OURS));
  return own.map(({ name, value }) => ({ what: name.replace(OURS, what), atMost, measured: value, unit }));
}

/** The rows of all. */
export function cpuRows(costs: ReadonlyMap<Peer, Cost>): Row[] {
  return [...costs].map(([name, { cpuMicroseconds, cpuRatio, failures }]) => ({
    name,
    value: cpuMicroseconds,
    ratio: cpuRatio,
    note: failures ? `${failures} failed` : undefined,
  }));
}
