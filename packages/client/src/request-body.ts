import type { OperationDefinition } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";
import { primitiveText } from "./parameter-value.ts";

/**
 * The body in the form that the operation's media type asks for: JSON text, a form's text, or FormData. Undefined
 * where the caller gives none.
 *
 * @throws {ConfigError} when the operation takes no body, needs one, or the value can't be sent in that form
 */
export function serializeBody(operation: string, definition: OperationDefinition, body: unknown): BodyInit | undefined {
  const refuse = (why: string): never => {
    throw new ConfigError(`the body ${why}`, { operation });
  };
  if (body === undefined) return definition.bodyRequired ? refuse("is missing") : undefined;
  const media = definition.body ?? refuse("has no place: the operation takes none");
  if (/^multipart\//i.test(media)) {
    if (body instanceof FormData) return body;
    const form = new FormData();
    for (const [name, value] of fields(body, refuse)) form.append(name, value);
    return form;
  }
  if (/urlencoded/i.test(media)) {
    if (body instanceof URLSearchParams) return body.toString();
    const form = new URLSearchParams();
    for (const [name, value] of fields(body, refuse)) {
      form.append(name, typeof value === "string" ? value : refuse(`has a file in "${name}"`));
    }
    return form.toString();
  }
  try {
    return JSON.stringify(body) ?? refuse("can't be sent as JSON");
  } catch {
    return refuse("can't be sent as JSON (a cycle, a bigint or a toJSON that throws)");
  }
}

/** Form fields: an array repeats its name, an object is sent as JSON, undefined is left out. */
function* fields(body: unknown, refuse: (why: string) => never): Generator<[string, string | Blob]> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) refuse("must be an object of form fields");
  for (const [name, value] of Object.entries(body as object)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value as unknown]) {
      if (item === undefined) continue;
      const kind = typeof item === "object" && !(item instanceof Date) ? "json" : "any";
      yield [name, item instanceof Blob ? item : primitiveText(item, kind, refuse)];
    }
  }
}
