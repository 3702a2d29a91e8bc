import { at, isObject, type Json, type JsonObject } from "../lib/openapi.ts";

/** Set on a copy of the document alone; openapi-typescript hands it on with the property's schema. */
const MARK = "x-sent-by-callers";

/** A copy of the document in which every property that a request body can hold is marked. */
export function markSent(document: JsonObject): JsonObject {
  const copy = structuredClone(document);
  const seen = new Set<Json>();
  for (const body of requestBodies(copy)) {
    const content = follow(copy, body)?.["content"];
    for (const media of Object.values(isObject(content) ? content : {})) {
      if (isObject(media)) markProperties(copy, media["schema"], seen);
    }
  }
  return copy;
}

export function isSent(schema: object): boolean {
  return MARK in schema;
}

function requestBodies(document: JsonObject): Json[] {
  const bodies: Json[] = [];
  for (const pathItem of Object.values(document["paths"] as JsonObject)) {
    for (const operation of Object.values(follow(document, pathItem) ?? {})) {
      if (isObject(operation) && operation["requestBody"] !== undefined) bodies.push(operation["requestBody"]);
    }
  }
  return bodies;
}

function markProperties(document: JsonObject, reference: Json | undefined, seen: Set<Json>): void {
  const schema = follow(document, reference);
  if (!schema || seen.has(schema)) return;
  seen.add(schema);
  const inner: Json[] = [];
  for (const property of Object.values(isObject(schema["properties"]) ? schema["properties"] : {})) {
    if (!isObject(property)) continue;
    property[MARK] = true;
    inner.push(property);
  }
  for (const list of [schema["allOf"], schema["oneOf"], schema["anyOf"]]) if (Array.isArray(list)) inner.push(...list);
  for (const one of [schema["items"], schema["additionalProperties"], schema["not"]])
    if (isObject(one)) inner.push(one);
  for (const one of inner) markProperties(document, one, seen);
}

/** What a reference points at, or undefined: a dangling one is for openapi-typescript to report. */
function follow(document: JsonObject, value: Json | undefined, depth = 0): JsonObject | undefined {
  if (!isObject(value)) return undefined;
  const pointer = value["$ref"];
  if (typeof pointer !== "string") return value;
  return depth > 20 ? undefined : follow(document, at(document, pointer), depth + 1);
}
