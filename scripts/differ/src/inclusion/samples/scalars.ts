import type { Shape } from "../../normal-form/shape.ts";

const MAX_VALUES = 12;
const texts = [
  "",
  "a",
  "b",
  "A",
  "z",
  "1",
  " ",
  "-",
  "x-a",
  "abc",
  "a".repeat(9),
  "2026-01-01",
  "é",
  "http://a.example",
];

/** Numbers at and beside what shapes say: limits, multiples, listed values. */
export function* numbersOf(shapes: readonly Shape[]): Generator<number> {
  yield* [0, 1, -1, 1.5, 7, 1e12, -1e12];
  const steps = shapes.flatMap(({ multiples }) => multiples);
  for (const { limits, values } of shapes) {
    for (const name of ["minimum", "maximum"] as const) {
      const value = limits.get(name)?.value;
      if (value === undefined) continue;
      yield* [value, value - 1, value + 1, value - 0.5, value + 0.5];
      for (const step of steps) for (const near of [-1, 0, 1, 2]) yield (Math.floor(value / step) + near) * step;
    }
    for (const each of values?.values() ?? []) if (typeof each === "number") yield* [each, each + 1];
  }
  for (const each of steps) yield* [each, each * 2, each * 3, -each, each * 5, each * 7];
}

/** Texts at and beside what shapes say: lengths, patterns, listed values. */
export function* textsOf(shapes: readonly Shape[]): Generator<string> {
  yield* texts;
  const ends = shapes.flatMap(({ patterns }) => patterns.flatMap(lettersOf));
  for (const { limits, patterns, values } of shapes) {
    for (const name of ["minLength", "maxLength"] as const) {
      const length = limits.get(name)?.value;
      if (length === undefined || length > 2_000) continue;
      for (const each of [length - 1, length, length + 1]) {
        if (each < 0) continue;
        yield* ["a".repeat(each), "1".repeat(each)];
        // A text of that length that a pattern may take.
        for (const end of ends) yield* [end.padStart(each, "a"), end.padEnd(each, "a")];
      }
    }
    for (const pattern of patterns) yield* lettersOf(pattern);
    for (const each of [...(values?.values() ?? [])].slice(0, MAX_VALUES)) if (typeof each === "string") yield each;
  }
}

/** What follows takes a time in proportion to its square. */
const LONGEST_PATTERN = 1_000;

/** What a pattern says letter by letter is often an example of it. */
function lettersOf(pattern: string): string[] {
  if (pattern.length > LONGEST_PATTERN) return [];
  const ranges = pattern.replaceAll(/\[(?:\^[^\]]*|([^\]])[^\]]*)\]/g, "$1").replaceAll(String.raw`\d`, "1");
  return [pattern, ranges].map((text) => text.replaceAll(/\{\d*,?\d*\}|[\^$\\()[\]{}*+?|]/g, ""));
}
