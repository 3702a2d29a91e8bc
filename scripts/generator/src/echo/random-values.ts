import type { Random } from "../additions/random.ts";
import { oneOf } from "../additions/random.ts";

/** Pieces of texts: what URLs, headers and forms give a meaning, what they can't hold, and plain letters. */
const PIECES = [
  "a",
  "b",
  "Z9",
  "-",
  "_",
  "~",
  ".",
  " ",
  "  ",
  "+",
  "%",
  "%20",
  "&",
  "=",
  "?",
  "#",
  "/",
  ":",
  ";",
  ",",
  "|",
  "@",
  "!",
  "$",
  "'",
  "(",
  ")",
  "*",
  "[",
  "]",
  "{",
  "}",
  '"',
  "\\",
  "<",
  ">",
  "^",
  "`",
  "ü",
  "é",
  "한",
  "🎈",
  "null",
  "true",
  "0",
];
/** Those of header values. */
const LATIN = PIECES.filter((piece) => /^[\x20-\xff]*$/.test(piece));

export function text(random: Random, isLatin = false): string {
  if (random() < 0.04) return oneOf(random, ["", ".", "..", " "]);
  const length = 1 + Math.floor(random() * 4);
  return Array.from({ length }, () => oneOf(random, isLatin ? LATIN : PIECES)).join("");
}

/** A name that no reader of forms takes apart. */
export function name(random: Random): string {
  return Array.from({ length: 1 + Math.floor(random() * 2) }, () =>
    oneOf(random, ["a", "b_1", "Key", "x-y", "ü", "é z"]),
  ).join("");
}

export function number(random: Random): number {
  return oneOf(random, [0, 1, -1, 7, 1.5, -0.25, 1e21, 1e-7, 2 ** 31, Number.MAX_SAFE_INTEGER]);
}

export function scalar(random: Random, isLatin = false): string | number | boolean {
  const kind = random();
  return kind < 0.6 ? text(random, isLatin) : kind < 0.85 ? number(random) : random() < 0.5;
}

/** A list of scalars, now and then with nothing in a place, or empty. */
export function list(random: Random, isLatin = false): unknown[] {
  const length = Math.floor(random() * 4);
  return Array.from({ length }, () => (random() < 0.08 ? oneOf(random, [null, undefined]) : scalar(random, isLatin)));
}

/** An object of scalars, now and then with nothing in a member, or empty. */
export function record(random: Random, isLatin = false): Record<string, unknown> {
  const length = Math.floor(random() * 4);
  const entries = Array.from({ length }, () => [
    isLatin ? oneOf(random, ["a", "B1", "c-d"]) : name(random),
    random() < 0.08 ? oneOf(random, [null, undefined]) : scalar(random, isLatin),
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** An object of objects and lists, of some depth. */
export function nested(random: Random, depth = 3): Record<string, unknown> {
  const entries = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const kind = depth > 0 ? random() : 0;
    const value =
      kind < 0.45
        ? scalar(random)
        : kind < 0.6
          ? list(random)
          : kind < 0.7
            ? [nested(random, depth - 1), nested(random, depth - 1)]
            : nested(random, depth - 1);
    return [name(random), value];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** What a value is once it is text: nothing where it is nothing. */
export function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== undefined).map(asText);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof URL) return value.href;
  if (typeof value !== "object" || value === null) return String(value);
  const kept = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(kept.map(([key, member]) => [key, asText(member)]));
}

/** A list or object with nothing in it is undefined (RFC 6570, 2.3); the library makes an empty text of it. */
export function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Without what leaves nothing in a query: empty lists and objects. */
export function pruned(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  const members = Object.entries(value).flatMap(([key, member]) => {
    const kept = pruned(member);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return members.length ? Object.fromEntries(members) : undefined;
}
