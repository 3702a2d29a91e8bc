import type { Json } from "@x/openapi";
import { isMultiple } from "./limits.ts";
import type { Shape } from "./shape.ts";

const compiled = new Map<string, RegExp | undefined>();

/** A pattern as JSON Schema means it; undefined for one that JavaScript can't read. */
export function patternOf(text: string): RegExp | undefined {
  if (!compiled.has(text)) {
    let pattern: RegExp | undefined;
    for (const flags of ["u", ""]) {
      try {
        pattern ??= new RegExp(text, flags);
      } catch {
        // Written for another engine.
      }
    }
    compiled.set(text, pattern);
  }
  return compiled.get(text);
}

/** Whether a text or a number keeps to the limits, patterns and multiples of a shape. Of other kinds, every value does. */
export function fits(shape: Shape, value: Json): boolean {
  const { limits } = shape;
  if (typeof value === "number") {
    if (shape.integer && !Number.isInteger(value)) return false;
    const low = limits.get("minimum");
    const high = limits.get("maximum");
    if (low !== undefined && (low.exclusive ? value <= low.value : value < low.value)) return false;
    if (high !== undefined && (high.exclusive ? value >= high.value : value > high.value)) return false;
    return shape.multiples.every((by) => isMultiple(value, by));
  }
  if (typeof value !== "string") return true;
  const length = [...value].length;
  if (length < (limits.get("minLength")?.value ?? 0) || length > (limits.get("maxLength")?.value ?? Infinity))
    return false;
  return shape.patterns.every((pattern) => patternOf(pattern)?.test(value) ?? true);
}
