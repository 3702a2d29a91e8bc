import type { BodyForm, FieldEncoding } from "@x/client";
import { isObject, resolve, walk, type Json, type JsonObject, Problem } from "@x/openapi";
import { formOf, inOrder, isBinary } from "./media-types.ts";
import type { BodyModel, BodyType } from "./model.ts";

/**
 * The request body of an operation, in each media type that the client can send: JSON first, the others by name.
 *
 * @throws {Problem} naming the media types when the client can send none of them
 */
export function bodyOf(document: JsonObject, operation: JsonObject, where: string): BodyModel | undefined {
  const requestBody = resolve(document, operation["requestBody"], where);
  if (!isObject(requestBody)) return undefined;
  const content = isObject(requestBody["content"]) ? requestBody["content"] : {};
  const offered = inOrder(Object.keys(content));
  // Nothing can be given where nothing is taken.
  if (!offered.length) return undefined;
  const types = offered.flatMap((mediaType): BodyType[] => {
    const media = content[mediaType];
    const form = formOf(document, mediaType, media, where);
    if (form === "stream" || form === "unknown") return [];
    return [{ mediaType, form, ...formParts(document, form, media, where) }];
  });
  if (!types.length) {
    throw new Problem(
      `${where}: no supported media type for the request body (${offered.join(", ")}). Supported: JSON, forms, text and bytes.`,
    );
  }
  return { required: requestBody["required"] === true, types };
}

function formParts(
  document: JsonObject,
  form: BodyForm,
  media: Json | undefined,
  where: string,
): Pick<BodyType, "encoding" | "bytes"> {
  if (!isObject(media)) return {};
  if (form === "json") return { ...(holdsBytes(document, media["schema"]) && { bytes: true }) };
  if (form !== "urlencoded" && form !== "multipart") return {};
  const entries = Object.entries(isObject(media["encoding"]) ? media["encoding"] : {}).flatMap(([name, value]) => {
    const encoding = isObject(value) ? encodingOf(value, form, `${where}, encoding of "${name}"`) : undefined;
    return encoding ? [[name, encoding] as const] : [];
  });
  return { ...(entries.length && { encoding: Object.fromEntries(entries) }) };
}

const STYLES = ["form", "spaceDelimited", "pipeDelimited", "deepObject"] as const;

function encodingOf(encoding: JsonObject, form: BodyForm, where: string): FieldEncoding | undefined {
  const { contentType, style, explode, allowReserved } = encoding;
  const known = STYLES.find((each) => each === style);
  if (style !== undefined && known === undefined)
    throw new Problem(`${where}: the style ${JSON.stringify(style)} is none of a form.`);
  const result: FieldEncoding = {
    ...(typeof contentType === "string" &&
      /^[\w.+*-]+\/[\w.+*-]+(, *[\w.+*-]+\/[\w.+*-]+)*$/.test(contentType) && { contentType }),
    ...(known !== undefined && { style: known }),
    ...(typeof explode === "boolean" && { explode }),
    ...(allowReserved === true && form === "urlencoded" && { allowReserved: true }),
  };
  return Object.keys(result).length ? result : undefined;
}

/** Whether a schema has a place for bytes, however deep: in JSON there are none. */
function holdsBytes(document: JsonObject, schema: Json | undefined): boolean {
  if (!isObject(schema)) return false;
  const root: JsonObject = { ...document, "x-body": { content: { body: { schema } } } };
  const from = [{ pointer: "/x-body/content/body", role: "media type" as const }];
  for (const { role, value } of walk(root, { from, follow: true }))
    if (role === "schema" && isBinary(value)) return true;
  return false;
}
