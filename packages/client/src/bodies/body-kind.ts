import type { BodyKind, OperationDefinition } from "../definition/operation-definition.ts";

/**
 * Under what a status is documented: itself, its range or `default` (OpenAPI, Responses Object). A success that is not
 * documented is read as the first that is, before `default`, which is mostly an error's.
 */
function documentedAs({ responses }: OperationDefinition, status: number): string {
  const range = `${String(status)[0]}XX`;
  if (responses[status]) return String(status);
  if (responses[range]) return range;
  return Object.keys(responses).find((code) => status < 300 && code.startsWith("2")) ?? "default";
}

/** The documented kind of body for a status. */
export function documentedKind(definition: OperationDefinition, status: number): BodyKind | undefined {
  return definition.responses[documentedAs(definition, status)];
}

/** Whether a parsed body is what the operation documents for an error status: of its kind, with the keys it requires. */
export function isDocumentedError(definition: OperationDefinition, status: number, body: unknown): boolean {
  const code = documentedAs(definition, status);
  const kind = definition.responses[code];
  const keys = (isOfKind(body, "object") && definition.errorKeys?.[code]) || [];
  return kind !== undefined && isOfKind(body, kind) && keys.every((key) => Object.hasOwn(body as object, key));
}

/** Whether a parsed body is of a kind. */
export function isOfKind(body: unknown, kind: BodyKind): boolean {
  const isArray = Array.isArray(body);
  if (kind === "array") return isArray;
  if (kind === "object") return !isArray && body === Object(body);
  if (kind === "json") return body !== undefined;
  return kind === "none" || typeof body === "string";
}
