import { below, follow, isObject, methods, type Json, type JsonObject } from "@x/openapi";
import type { Skipped } from "./skipped.ts";

/** A document whose paths hold their operations themselves, and the operations that it has not. */
export interface WrittenOperations {
  readonly document: JsonObject;
  readonly skipped: readonly Skipped[];
}

/**
 * A copy of the document in which each path item and each operation stands at its path, and not behind a `$ref` (which
 * OpenAPI knows for path items; vendors write it for operations too). What OpenAPI 3.2 adds to a path item is left out by
 * name: the rest of such a document is one of 3.1.
 */
export function writtenOperations(document: JsonObject): WrittenOperations {
  const skipped: Skipped[] = [];
  const paths: [string, Json][] = [];
  for (const [path, reference] of Object.entries(document["paths"] as JsonObject)) {
    // An extension.
    if (path.startsWith("x-")) continue;
    const pointer = below("/paths", path);
    const skip = (method: string, why: string, where = below(pointer, method)): unknown =>
      skipped.push({ operation: `${method.toUpperCase()} ${path}`, why, pointer: where });
    const item = written(document, reference, pointer, (why, where) => skip("any", why, where));
    if (!isObject(item)) continue;
    const kept: [string, Json][] = [];
    for (const [key, value] of Object.entries(item)) {
      if (key === "query") skip(key, "the method QUERY, of OpenAPI 3.2, is not supported");
      else if (key === "additionalOperations") {
        for (const method of Object.keys(isObject(value) ? value : {}))
          skip(method, "additionalOperations, of OpenAPI 3.2, are not supported", below(pointer, key, method));
      } else if (!methods.some((method) => method === key)) kept.push([key, value]);
      else {
        const operation = written(document, value, below(pointer, key), (why, where) => skip(key, why, where));
        if (isObject(operation)) kept.push([key, operation]);
      }
    }
    paths.push([path, Object.fromEntries(kept)]);
  }
  const openapi = String(document["openapi"]).startsWith("3.2.") ? { openapi: "3.1.0" } : {};
  return { document: { ...document, ...openapi, paths: Object.fromEntries(paths) }, skipped };
}

/** What a value stands for; what stands beside the `$ref` wins. */
function written(
  document: JsonObject,
  value: Json,
  pointer: string,
  skip: (why: string, pointer: string) => void,
): Json | undefined {
  const { value: found, siblings, broken } = follow(document, value, pointer);
  if (broken) return void skip(`the reference "${broken.reference}" ${broken.why}`, broken.pointer);
  const beside = siblings.toReversed().map((sibling) => sibling.value as JsonObject);
  return isObject(found) && beside.length ? Object.assign({}, found, ...beside) : found;
}
