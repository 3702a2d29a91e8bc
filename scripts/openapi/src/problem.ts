/** A refusal in words for the person at the terminal: what was wrong, where, what to do. Printed without a stack. */
export class Problem extends Error {
  override readonly name = "Problem";
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
