import { isObject, type Json, type JsonObject } from "@x/openapi";

/** The object or array that holds what a pointer points at, and the key there. Throws where there is none. */
function holder(document: JsonObject, pointer: string): [JsonObject, string] {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop() ?? "";
  let current: Json | undefined = document;
  for (const key of keys) current = (current as JsonObject | undefined)?.[key];
  if (!isObject(current) && !Array.isArray(current)) throw new Error(`${pointer} has no parent`);
  return [current as JsonObject, last];
}

/** Sets what is at a pointer; "-" at its end appends to an array. */
export function set(document: JsonObject, pointer: string, value: Json): void {
  const [parent, key] = holder(document, pointer);
  if (Array.isArray(parent) && key === "-") parent.push(value);
  else parent[key] = value;
}

/** What is at a pointer. Throws where nothing is, so that no edit does nothing unnoticed. */
export function get(document: JsonObject, pointer: string): Json {
  const [parent, key] = holder(document, pointer);
  const value = parent[key];
  if (value === undefined) throw new Error(`${pointer} points at nothing`);
  return value;
}

/** Takes away what is at a pointer. Throws where nothing is. */
export function remove(document: JsonObject, pointer: string): void {
  get(document, pointer);
  const [parent, key] = holder(document, pointer);
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

/** Moves what is at a pointer to another. */
export function move(document: JsonObject, from: string, to: string): void {
  const value = get(document, from);
  remove(document, from);
  set(document, to, value);
}

/** Replaces every reference to one pointer by one to another. */
export function redirect(value: Json, from: string, to: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "$ref" && member === `#${from}`) (value as JsonObject)[key] = `#${to}`;
    else redirect(member, from, to);
  }
}
