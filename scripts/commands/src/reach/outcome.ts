/** What became of a document, step by step: nothing where it was done, else why not. */
export interface Outcome {
  readonly name: string;
  readonly steps: Readonly<Record<string, string | undefined>>;
}

/** How a line of the log begins that names a step; what the step reached follows. */
export const STEP = "── ";
