/** An operation that no method is made of. */
export interface Skipped {
  /** `GET /rooms` */
  readonly operation: string;
  /** In words, without the place. */
  readonly why: string;
  /** Where it stands (JSON pointer): the part that stops it, or the operation. */
  readonly pointer: string;
}

/** One in words, with its place. */
export function skippedWords({ operation, why, pointer }: Skipped): string {
  return `${operation}: ${why.replace(/\.$/, "")} (#${pointer}).`;
}
