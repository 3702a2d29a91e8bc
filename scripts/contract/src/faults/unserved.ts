import { below, follow, isObject, objectOf, walk, type JsonObject, type Place } from "@x/openapi";
import { isJson, isUnsent, NOBODYS_HEADERS } from "../spec/spec-operations.ts";

/**
 * Pointers of what OpenAPI lets a document say and Prism takes by the letter: parameters that no request has, and that it
 * would miss; headers that say how a response is sent, and that it would send; what a `$ref` is within extensions, which it
 * would follow. In the document's order.
 */
export function unserved(document: JsonObject): string[] {
  const found: string[] = [];
  for (const place of walk(document, { extensions: true })) {
    const { role, pointer, value } = place;
    if (role === "parameter" && isUnsentHere(document, place)) found.push(pointer);
    if (role === "extension" && isObject(value) && value["$ref"] !== undefined) found.push(below(pointer, "$ref"));
    if (role !== "response" || !isObject(value)) continue;
    for (const name of Object.keys(objectOf(value["headers"])))
      if (NOBODYS_HEADERS.has(name.toLowerCase())) found.push(below(pointer, "headers", name));
  }
  return found;
}

/** A parameter of a path item or an operation; a component is used where its name may have a place. */
function isUnsentHere(document: JsonObject, { value, parent, pointer }: Place): boolean {
  const owner = parent?.role === "operation" ? parent.parent : parent;
  if (owner?.role !== "path item" || !pointer.startsWith("/paths/")) return false;
  const { name, in: place } = objectOf(follow(document, value, "").value);
  const path = pointer.split("/")[2]?.replaceAll("~1", "/").replaceAll("~0", "~") ?? "";
  return isUnsent(path, String(name), String(place));
}

/** Pointers of JSON responses of which nothing is said: Prism sends no body, which is no JSON. */
export function* unsaid(document: JsonObject): Generator<string> {
  for (const { role, pointer, value, parent } of walk(document)) {
    if (role !== "media type" || parent?.role !== "response" || !isObject(value)) continue;
    const mediaType = pointer.split("/").at(-1)?.replaceAll("~1", "/") ?? "";
    if (!isJson(mediaType)) continue;
    const { schema, example, examples } = value;
    if (schema === undefined && example === undefined && !Object.keys(objectOf(examples)).length) yield pointer;
  }
}
