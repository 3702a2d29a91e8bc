import { Problem } from "@x/openapi";
import type { SpecOperation, SpecResponse } from "../spec/spec-operations.ts";

/**
 * The success of an operation; a redirect where it documents no other.
 *
 * @throws {Problem} when none is documented
 */
export function successOf(operation: SpecOperation): SpecResponse {
  const { responses } = operation;
  const success =
    responses.find(({ status }) => status >= 200 && status < 300) ??
    responses.find(({ status }) => status >= 300 && status < 400);
  if (!success) throw new Problem(`${operation.key} documents no success.`);
  return success;
}

export function hasSuccess({ responses }: SpecOperation): boolean {
  return responses.some(({ status }) => status >= 200 && status < 400);
}
