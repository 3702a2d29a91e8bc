/** Where chunks come from: can be slowed down, and ended early. */
export interface Source {
  pause(): void;
  resume(): void;
  /** Lets go of it. May be called at any time. */
  cancel(): void;
}

/** Where chunks go. */
export interface Sink {
  /** Set by whatever feeds it. */
  source?: Source;
  push(chunk: Uint8Array): void;
  end(): void;
  /** @param makeError - called where the error is thrown, so that its stack leads to the call */
  fail(makeError: () => unknown): void;
}
