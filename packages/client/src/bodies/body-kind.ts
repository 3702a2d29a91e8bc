import type { BodyKind, OperationDefinition } from "../definition/operation-definition.ts";

/**
 * The documented kind of body for a status: by the status, its range or `default` (OpenAPI, Responses Object). A success
 * that is not documented is read as the first that is, before `default`, which is mostly an error's.
 */
export function documentedKind({ responses }: OperationDefinition, status: number): BodyKind | undefined {
  return (
    responses[status] ??
    responses[`${String(status)[0]}XX`] ??
    Object.entries(responses).find(([code]) => status < 300 && code.startsWith("2"))?.[1] ??
    responses["default"]
  );
}

/** Whether a parsed body is of a kind. */
export function isOfKind(body: unknown, kind: BodyKind): boolean {
  const isArray = Array.isArray(body);
  if (kind === "array") return isArray;
  if (kind === "object") return !isArray && body === Object(body);
  if (kind === "json") return body !== undefined;
  return kind === "none" || typeof body === "string";
}
