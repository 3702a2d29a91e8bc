import { CORE_SCHEMA, dump, load, mergeTag } from "js-yaml";
import { messageOf, Problem } from "../problem.ts";
import type { Json } from "../json.ts";
import { keepText } from "./positions.ts";

/** Characters a document may have: ten times the biggest we met. */
const MAX_LENGTH = 64 * 1024 * 1024;
/** Aliases a document may use; more is a "billion laughs", not a spec. */
const MAX_ALIASES = 1_000;
/** Values a document may hold once its aliases are written out; a few of them in a row can stand for billions. */
const MAX_VALUES = 5_000_000;
/** Deeper than any OpenAPI document we met (the deepest has 31 levels). */
const MAX_DEPTH = 200;

/** YAML 1.2, and the merge keys of 1.1, which authors use all the same. In quotes, `<<` is a key like any other. */
const SCHEMA = CORE_SCHEMA.withTags(mergeTag);

/**
 * Parses YAML 1.2 or JSON (which is YAML) into plain data. Timestamps stay strings; nothing but the core types is built. A
 * key `__proto__` is a key like any other; `<<` merges (https://yaml.org/type/merge.html).
 *
 * @param source - file path or URL, named in the error
 * @throws {Problem} on a syntax error, with line and column; on a text that is too long, too deep, or whose aliases go round
 *   in a circle or blow up
 */
export function parseYaml(text: string, source: string): Json {
  if (text.length > MAX_LENGTH)
    throw new Problem(`${source} has ${text.length} characters. No API document has more than ${MAX_LENGTH}.`);
  let value: unknown;
  try {
    value = load(text, {
      schema: SCHEMA,
      filename: source,
      maxAliases: MAX_ALIASES,
      maxDepth: MAX_DEPTH,
    });
  } catch (thrown) {
    throw new Problem(`${source} is not valid YAML or JSON: ${messageOf(thrown)}`);
  }
  if (countValues(value, 0, 0) > MAX_VALUES)
    throw new Problem(`${source} is a bomb: written out, its YAML aliases stand for more than a document.`);
  if (typeof value === "object" && value !== null) keepText(value, text);
  return value as Json;
}

/** How many values a tree holds, counting on from `count`; it stops soon after the limit. A circle counts as endless. */
function countValues(value: unknown, count: number, depth: number): number {
  if (depth > 2 * MAX_DEPTH) return Infinity;
  let total = count + 1;
  if (typeof value !== "object" || value === null) return total;
  for (const below of Object.values(value)) {
    if (total > MAX_VALUES) return total;
    total = countValues(below, total, depth + 1);
  }
  return total;
}

/** The one form in which specs are stored: what the vendors' own documentation sites print, with one final newline. */
export function canonicalYaml(document: unknown): string {
  const text = dump(document, { lineWidth: 80, noRefs: true });
  let end = text.length;
  while (text[end - 1] === "\n") end -= 1;
  return `${text.slice(0, end)}\n`;
}
