/** A fault in words for a person: what was wrong, where, what to do. */
export class ContractError extends Error {
  override readonly name = "ContractError";
}
