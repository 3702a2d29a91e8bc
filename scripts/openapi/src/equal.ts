import { isObject, type Json } from "./json.ts";
import { below as further } from "./places/pointer.ts";

/**
 * Where two values first differ, as a JSON pointer below `pointer`; undefined when they are equal. The order of an
 * object's keys is nothing.
 */
export function firstDifference(left: Json | undefined, right: Json | undefined, pointer = ""): string | undefined {
  if (left === right) return undefined;
  if (Array.isArray(left) && Array.isArray(right)) {
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const found = firstDifference(left[index], right[index], `${pointer}/${index}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isObject(left) || !isObject(right)) return Object.is(left, right) ? undefined : pointer;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const below = further(pointer, key);
    if (!Object.hasOwn(left, key) || !Object.hasOwn(right, key)) return below;
    const found = firstDifference(left[key], right[key], below);
    if (found !== undefined) return found;
  }
  return undefined;
}
