import { at, below, follow, isObject, objectOf, operationId, operationsOf } from "@x/openapi";
import { removeAt, slice, walk, type Json, type JsonObject, type Method } from "@x/openapi";

/** What a vendor can add to, without a word on what was there. */
const GROWING = ["content", "headers", "examples", "links", "callbacks", "encoding"];

/**
 * What a document says of the operations that an earlier one has: without other operations, and without the parameters,
 * responses, media types, headers and examples that were added to those. An added property may hold anything, and is not
 * required. What changed stays.
 *
 * Parameters stand in the order of the earlier document, so that pointers mean the same in both.
 */
export function withoutAdditions(before: JsonObject, after: JsonObject): JsonObject {
  const known = new Set(operationsOf(before).map(operationId));
  const isKnown = (method: Method, path: string): boolean => known.has(operationId({ method, path }));
  const kept = structuredClone(slice(after, isKnown));
  for (const { role, pointer, value } of walk(kept)) {
    const earlier = at(before, pointer);
    // What was written elsewhere can't be told from what is new: it counts as changed.
    if (!isObject(value) || !isObject(earlier)) continue;
    if (role === "schema") openAdded(value, earlier);
    else if (role === "path item" || role === "operation") alignParameters(kept, value, before, earlier);
    else if (role === "responses") strikeAdded(kept, pointer, value, earlier);
    if (role === "schema" || role === "components") continue;
    for (const key of GROWING) strikeAdded(kept, below(pointer, key), value[key], earlier[key] ?? {});
  }
  return kept;
}

function strikeAdded(kept: JsonObject, pointer: string, now: Json | undefined, earlier: Json | undefined): void {
  if (isObject(now) && isObject(earlier)) for (const key of addedTo(now, earlier)) removeAt(kept, below(pointer, key));
}

function openAdded(schema: JsonObject, earlier: JsonObject): void {
  const properties = objectOf(schema["properties"]);
  const added = addedTo(properties, objectOf(earlier["properties"]));
  for (const name of added) properties[name] = {};
  const { required } = schema;
  if (Array.isArray(required)) schema["required"] = required.filter((name) => !added.includes(String(name)));
}

function addedTo(now: JsonObject, earlier: JsonObject): string[] {
  return Object.keys(now).filter((name) => !Object.hasOwn(earlier, name));
}

function alignParameters(kept: JsonObject, now: JsonObject, before: JsonObject, earlier: JsonObject): void {
  const { parameters } = now;
  if (!Array.isArray(parameters)) return;
  const names = listOf(earlier["parameters"]).map((parameter) => nameOf(before, parameter));
  const placed = parameters.map((parameter) => ({ parameter, place: names.indexOf(nameOf(kept, parameter)) }));
  const known = placed.filter(({ place }) => place >= 0).toSorted((one, other) => one.place - other.place);
  now["parameters"] = known.map(({ parameter }) => parameter);
}

/** A parameter is known by its name and place. */
function nameOf(document: JsonObject, parameter: Json): string {
  const { name, in: place } = objectOf(follow(document, parameter, "").value);
  return JSON.stringify([place, name]);
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
