import type { BodyKind, OperationDefinition } from "../definition/operation-definition.ts";
import type { ApiError } from "../errors/api-error.ts";

/**
 * Under what a status is documented: itself, its range or `default` (OpenAPI, Responses Object). A success that is not
 * documented is read as the first that is, before `default`, which is mostly an error's.
 */
export function documentedCode({ responses }: OperationDefinition, status: number): string | number {
  if (responses[status]) return status;
  const range = `${String(status)[0]}XX`;
  if (responses[range]) return range;
  return Object.keys(responses).find((each) => status < 300 && each[0] === "2") ?? "default";
}

/** Kind of the documented body; by media type, where there are several. */
export function documentedKind(definition: OperationDefinition, status: number): BodyKind | undefined {
  return definition.responses[documentedCode(definition, status)] as BodyKind | undefined;
}

/** Whether an error's body is what the operation documents for its status: of its kind, with the keys it requires. */
export function isDocumentedError(definition: OperationDefinition, { status, body }: ApiError): boolean {
  const code = documentedCode(definition, status);
  const keys = definition.errorKeys?.[code] ?? [];
  // Where it may be null, null has no keys to have.
  return (
    isOfKind(body, definition.responses[code] as BodyKind) &&
    keys.every((key) => body === null || Object.hasOwn(body as object, key))
  );
}

/** Whether a parsed body is of a kind; of none where nothing is documented. */
export function isOfKind(body: unknown, kind: BodyKind | undefined): boolean {
  const isArray = Array.isArray(body);
  if (kind === "array") return isArray;
  if (kind === "object") return !isArray && body === Object(body);
  if (kind === "json") return body !== undefined;
  return kind === "none" || (kind !== undefined && typeof body === "string");
}
