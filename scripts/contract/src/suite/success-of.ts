import { ContractError } from "../contract-error.ts";
import type { SpecOperation, SpecResponse } from "../spec/spec-operations.ts";

/** @throws {ContractError} when none is documented */
export function successOf(operation: SpecOperation): SpecResponse {
  const success = operation.responses.find(({ status }) => status >= 200 && status < 300);
  if (!success) throw new ContractError(`${operation.key} documents no success.`);
  return success;
}
