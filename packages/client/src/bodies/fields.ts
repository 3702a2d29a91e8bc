import type { FieldEncoding } from "../definition/body-definition.ts";
import type { Refuse } from "../errors/refusal.ts";
import { jsonText } from "../serialization/json-text.ts";
import { isPlain, scalarText, textOfObject } from "../serialization/scalar.ts";

/** A field of a form, as it is sent. */
export interface Field {
  readonly name: string;
  readonly value: string | Blob;
  /** Of the value, where it is no plain text. */
  readonly type?: string | undefined;
}

/**
 * A form's own fields. What is undefined or null is left out.
 *
 * @throws {ConfigError} by `refuse`, for anything but an object
 */
export function entriesOf(body: unknown, refuse: Refuse): [name: string, value: unknown][] {
  // What can be iterated is no record: an array, a Map, another realm's FormData.
  if (typeof body !== "object" || body === null || Symbol.iterator in body || body instanceof Blob)
    return refuse("must be an object of form fields");
  return Object.entries(body).filter(([, value]) => value !== undefined && value !== null);
}

/**
 * A field by OpenAPI's defaults (Encoding Object): a list is one field an item, an object is JSON, and so is what its
 * content type says is.
 */
export function* fieldsOf(
  name: string,
  value: unknown,
  { contentType }: FieldEncoding,
  refuse: Refuse,
): Generator<Field> {
  const isJson = contentType !== undefined && /^application\/(.+\+)?json\b/i.test(contentType);
  if (isJson) return yield { name, value: jsonText(value, refuse), type: contentType };
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (item === undefined || item === null) continue;
    yield { name, ...fieldValue(name, item, contentType, refuse) };
  }
}

function fieldValue(name: string, item: unknown, type: string | undefined, refuse: Refuse): Omit<Field, "name"> {
  if (item instanceof Blob) return { value: item, type };
  if (item instanceof ArrayBuffer || ArrayBuffer.isView(item)) return { value: new Blob([item as BlobPart]), type };
  if (item instanceof Date || typeof item !== "object") return { value: scalarText(item, "any", refuse), type };
  if (Array.isArray(item) || isPlain(item)) return { value: jsonText(item, refuse), type: type ?? "application/json" };
  return {
    value: textOfObject(item as unknown as object, (why) =>
      refuse(`has in "${name}" what a form can't carry: it ${why}`),
    ),
    type,
  };
}
