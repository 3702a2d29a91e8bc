import type { Bounds } from "./read/bounds.ts";

/** What to pull, from where, and how much of it. */
export interface PullOptions {
  readonly vendor: string;
  /** The workspace's root folder. */
  readonly root: string;
  /** The folder that relative sources start from. @default root */
  readonly base?: string | undefined;
  /** Sources inside this folder are recorded, by their path from it; others by URL alone. @default root */
  readonly workspace?: string | undefined;
  /** @default the sources of `specs/sources.json` */
  readonly from?: readonly string[] | undefined;
  /** Path prefixes, or `METHOD /path`. @default everything */
  readonly only?: readonly string[] | undefined;
  /** Where the API is, for a document that does not say it: it is remembered. */
  readonly baseUrl?: string | undefined;
  /** The sources tell the whole: what they do not mention goes. @default false */
  readonly complete?: boolean | undefined;
  /** Take up a content that was there before. @default false */
  readonly accept?: boolean | undefined;
  /** Take it up unasked, until the vendor has gone back so often. @default 0 */
  readonly maxReverts?: number | undefined;
  /** A vendor that is not there yet. @default false */
  readonly create?: boolean | undefined;
  /** The day to record, as YYYY-MM-DD. @default today, in UTC */
  readonly today?: string | undefined;
  readonly bounds?: Partial<Bounds> | undefined;
  readonly note?: ((line: string) => void) | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}
