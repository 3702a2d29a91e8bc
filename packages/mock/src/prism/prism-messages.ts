/** What is served, as it crosses from the caller's thread to Prism's. */
export interface PrismSettings {
  /** A document, or the path of one that refers to other files. */
  readonly document: object | string;
  /** Comes before every path of the document: `/v1`, or "" for none. */
  readonly basePath: string;
  readonly port: number;
  readonly dynamic: boolean;
  readonly seed: string | undefined;
  readonly upstream: string | undefined;
}

/** What Prism's thread is told: to serve a document, or to serve no more. */
export type PrismOrder = { readonly serve: PrismSettings } | "close";

/** What it responds to an order. A document that Prism can't load is refused, and so is a port that it can't have. */
export type PrismResponse = { readonly port: number } | { readonly refused: string } | "closed";
