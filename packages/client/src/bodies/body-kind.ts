import type { BodyKind, OperationDefinition } from "../definition/operation-definition.ts";

/** What an operation documents for a status. */
interface Documented {
  readonly kind: BodyKind | undefined;
  /** That an error's body must have. */
  readonly keys: readonly string[] | undefined;
}

/**
 * What is documented for a status: by the status, its range or `default` (OpenAPI, Responses Object). A success that is
 * not documented is read as the first that is, before `default`, which is mostly an error's.
 */
export function documented({ responses, errorKeys }: OperationDefinition, status: number): Documented {
  let code: string | number = status;
  if (!responses[code]) code = `${String(status)[0]}XX`;
  if (!responses[code]) code = Object.keys(responses).find((each) => status < 300 && each[0] === "2") ?? "default";
  return { kind: responses[code] as BodyKind | undefined, keys: errorKeys?.[code] };
}

/** Whether a parsed body is what the operation documents for an error status: of its kind, with the keys it requires. */
export function isDocumentedError(definition: OperationDefinition, status: number, body: unknown): boolean {
  const { kind, keys = [] } = documented(definition, status);
  // Where it may be null, null has no keys to have.
  return isOfKind(body, kind) && keys.every((key) => body === null || Object.hasOwn(body as object, key));
}

/** Whether a parsed body is of a kind; of none where nothing is documented. */
export function isOfKind(body: unknown, kind: BodyKind | undefined): boolean {
  const isArray = Array.isArray(body);
  if (kind === "array") return isArray;
  if (kind === "object") return !isArray && body === Object(body);
  if (kind === "json") return body !== undefined;
  return kind === "none" || (kind !== undefined && typeof body === "string");
}
