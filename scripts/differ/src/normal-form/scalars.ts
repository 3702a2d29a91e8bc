import { documentPattern, type Json, type Pattern } from "@x/openapi";
import { isMultiple } from "./limits.ts";
import type { Shape } from "./shape.ts";

const compiled = new Map<string, Pattern | undefined>();

/** A pattern as JSON Schema means it; undefined for one that JavaScript can't read. */
export function patternOf(text: string): Pattern | undefined {
  if (!compiled.has(text)) {
    let pattern: Pattern | undefined;
    for (const flags of ["u", ""]) {
      try {
        pattern ??= documentPattern(text, flags);
      } catch {
        // Written for another engine.
      }
    }
    compiled.set(text, pattern);
  }
  return compiled.get(text);
}

/** Any character any number of times, the ends of lines aside. */
const ANY_TEXT = /^(\.|\[(\\s\\S|\\S\\s|\\w\\W|\\d\\D|\^)\])(\*|\{0,\})\??$/;

/** Whether a pattern takes any text: one that asks for no place takes the empty text at any, if it takes that at all. */
export function takesAnyText(pattern: string): boolean {
  const bare = pattern
    .replace(/^\^/, "")
    .replace(/(?<!\\)\$$/, "")
    .replace(/^\((?:\?:)?([^()]*)\)$/, "$1");
  if (ANY_TEXT.test(bare)) return true;
  const isWhole = pattern.startsWith("^") && pattern.endsWith("$");
  const asksForPlace = /[$^]|\\[bB1-9k]|\(\?[=!<]/.test(bare.replaceAll("[^", "["));
  return !isWhole && !asksForPlace && patternOf(`^(?:${bare})`)?.test("") === true;
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
