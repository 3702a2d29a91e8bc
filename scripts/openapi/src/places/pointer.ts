import type { Json, JsonObject } from "../json.ts";

/** A key as a segment of a JSON pointer (RFC 6901, 3). */
export function pointerSegment(key: string | number): string {
  return typeof key === "number" ? String(key) : key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A JSON pointer some steps further. */
export function below(pointer: string, ...keys: readonly (string | number)[]): string {
  let result = pointer;
  for (const key of keys) result += `/${pointerSegment(key)}`;
  return result;
}

/** The keys that a JSON pointer (`/a/b`), or a URI fragment that holds one (`#/a/b`), leads through. */
export function keysOf(pointer: string): string[] {
  const isFragment = pointer.startsWith("#");
  const segments = (isFragment ? pointer.slice(1) : pointer).split("/").slice(1);
  return segments.map((segment) => unescapeSegment(segment, isFragment));
}

/** The key that a segment stands for. In a URI fragment `%20` and the like are escapes too (RFC 6901, 6). */
function unescapeSegment(segment: string, isFragment: boolean): string {
  let key = segment;
  try {
    if (isFragment && segment.includes("%")) key = decodeURIComponent(segment);
  } catch {
    // A lone "%" is not an escape: the key is meant as it stands.
  }
  return key.includes("~") ? key.replaceAll("~1", "/").replaceAll("~0", "~") : key;
}

/** The value at a JSON pointer (`/a/b` or `#/a/b`), or undefined. */
export function at(document: Json, pointer: string): Json | undefined {
  return valueAt(document, keysOf(pointer));
}

/** The value that keys lead to, or undefined. What an object inherits is not in it. */
export function valueAt(document: Json, keys: readonly string[]): Json | undefined {
  let current: Json | undefined = document;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as JsonObject)[key];
  }
  return current;
}

/** Takes out what a JSON pointer points at, in place. What stands behind an item of a list moves up. */
export function removeAt(document: Json, pointer: string): void {
  const keys = keysOf(pointer);
  const key = keys.pop();
  const owner = valueAt(document, keys);
  if (key === undefined || typeof owner !== "object" || owner === null) return;
  if (Array.isArray(owner)) owner.splice(Number(key), 1);
  else delete owner[key];
}
