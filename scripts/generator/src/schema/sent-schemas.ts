import { at, isObject, type Json, type JsonObject } from "@x/openapi";

/**
 * Whatever has the `schema` of something that callers send: the media types of request bodies, and parameters. Each stands
 * there once, however often it is referred to.
 */
export function sentSchemas(document: JsonObject): Set<JsonObject> {
  const owners = new Set<JsonObject>();
  for (const pathItem of Object.values(document["paths"] as JsonObject)) {
    const item = follow(document, pathItem) ?? {};
    addParameters(document, item, owners);
    for (const operation of Object.values(item)) {
      if (!isObject(operation)) continue;
      addParameters(document, operation, owners);
      const content = follow(document, operation["requestBody"])?.["content"];
      for (const media of Object.values(isObject(content) ? content : {})) if (isObject(media)) owners.add(media);
    }
  }
  return owners;
}

function addParameters(document: JsonObject, owner: JsonObject, owners: Set<JsonObject>): void {
  for (const reference of Array.isArray(owner["parameters"]) ? owner["parameters"] : []) {
    const parameter = follow(document, reference);
    if (parameter) owners.add(parameter);
  }
}

/** What a reference points at, or undefined: a dangling one is for openapi-typescript to report. */
export function follow(document: JsonObject, value: Json | undefined, depth = 0): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const pointer = value["$ref"];
  if (typeof pointer !== "string") return value;
  return depth > 20 ? undefined : follow(document, at(document, pointer), depth + 1);
}
