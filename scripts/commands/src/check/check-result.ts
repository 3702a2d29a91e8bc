/** What would become of a document. */
export interface CheckResult {
  /** As the person wrote it. */
  readonly source: string;
  /** Operations of the document; 0 where it can't be read. */
  readonly operations: number;
  /** Those that the package has a method for. */
  readonly generated: number;
  /** Those that it has none for. */
  readonly skipped: readonly Skipped[];
  /** What a maintainer should know, in sentences; why a step failed stands there first. */
  readonly notes: readonly string[];
  /** Whether the package compiles. */
  readonly typecheck: boolean;
  /** Contract tests of the package; those that its time did not reach are in neither number, and in a note. */
  readonly contract: { readonly passed: number; readonly failed: number };
  readonly seconds: number;
}

export interface Skipped {
  /** `GET /rooms` */
  readonly operation: string;
  readonly why: string;
}

/** Whether something failed: an operation that is left out by name has not. */
export function hasFailed({ operations, generated, typecheck, contract }: CheckResult): boolean {
  return operations === 0 || generated === 0 || !typecheck || contract.failed > 0;
}
