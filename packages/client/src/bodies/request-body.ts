import type { OperationDefinition } from "../definition/operation-definition.ts";
import { refusal, type Refuse } from "../errors/refusal.ts";
import { jsonText } from "../serialization/json-text.ts";
import { scalarText } from "../serialization/scalar.ts";

/**
 * A body in the form that the operation's media type asks for: JSON text, a form's text, or FormData. Generated tables
 * import it where an operation has a body.
 *
 * @returns undefined where there is none and none is needed
 * @throws {ConfigError} when it is missing, the operation takes none, or the value can't be sent in that form
 */
export function requestBody(
  operation: string,
  { body: media, bodyRequired }: OperationDefinition,
  body: unknown,
): string | FormData | undefined {
  const refuse = refusal(operation, "the body");
  if (body === undefined) return bodyRequired ? refuse("is missing") : undefined;
  if (!media) return refuse("is unexpected: the operation takes none");
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
      form.append(
        name,
        typeof value === "string" ? value : refuse(`has a file in "${name}", which a urlencoded form can't carry`),
      );
    }
    return form.toString();
  }
  return jsonText(body, refuse);
}

/** Form fields: an array repeats its name, an object is sent as JSON, undefined is left out. */
function* fields(body: unknown, refuse: Refuse): Generator<[string, string | Blob]> {
  // What can be iterated is no record: an array, a Map, another realm's FormData.
  if (typeof body !== "object" || body === null || Symbol.iterator in body) refuse("must be an object of form fields");
  for (const [name, value] of Object.entries(body as object)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value as unknown]) {
      if (item === undefined) continue;
      if (item instanceof Blob) yield [name, item];
      else if (item instanceof Date || typeof item !== "object") yield [name, scalarText(item, "any", refuse)];
      // Bytes and their like: JSON would make something else of them.
      else if (Object(item)[Symbol.toStringTag]) refuse(`has in "${name}" what a form can't carry: wrap it in a Blob`);
      else yield [name, jsonText(item, refuse)];
    }
  }
}
