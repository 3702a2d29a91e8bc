/** What a pull may cost: a documentation site is not ours, and not always well. */
export interface Bounds {
  /** Bytes of one document, after decompression. */
  readonly maxBytes: number;
  /** Bytes of all documents of a pull together, after decompression. */
  readonly maxTotalBytes: number;
  /** Pages of one index or files of one folder. */
  readonly maxPages: number;
  /** Milliseconds for one document: redirects, headers and body together. */
  readonly timeoutMs: number;
  /** Redirects in a row, each within the same origin. */
  readonly maxRedirects: number;
  /** Requests in flight at a time. */
  readonly parallel: number;
}

/** Generous for what we met (a 120,000-line document of 5 MB, an index of 1,500 pages). */
export const defaultBounds: Bounds = {
  maxBytes: 32 * 1024 * 1024,
  maxTotalBytes: 256 * 1024 * 1024,
  maxPages: 3_000,
  timeoutMs: 30_000,
  maxRedirects: 5,
  parallel: 4,
};
