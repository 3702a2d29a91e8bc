import { Problem } from "@x/openapi";
import type { SpecOperation, SpecResponse } from "../spec/spec-operations.ts";

/** @throws {Problem} when none is documented */
export function successOf(operation: SpecOperation): SpecResponse {
  const success = operation.responses.find(({ status }) => status >= 200 && status < 300);
  if (!success) throw new Problem(`${operation.key} documents no success.`);
  return success;
}
