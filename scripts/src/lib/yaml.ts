import { CORE_SCHEMA, dump, load } from "js-yaml";
import { messageOf, Problem } from "./problem.ts";

/** Aliases a document may use; more is a "billion laughs", not a spec. */
const MAX_ALIASES = 1_000;
/** Deeper than any OpenAPI document we met (the deepest has 31 levels). */
const MAX_DEPTH = 200;

/**
 * Parses YAML 1.2 or JSON (which is YAML) into plain data. Timestamps stay strings; nothing but the core types is built.
 *
 * @param source - file path or URL, named in the error
 * @throws {Problem} on a syntax error, with line and column
 */
export function parseYaml(text: string, source: string): unknown {
  try {
    return load(text, {
      schema: CORE_SCHEMA,
      filename: source,
      maxAliases: MAX_ALIASES,
      maxDepth: MAX_DEPTH,
    });
  } catch (thrown) {
    throw new Problem(`${source} is not valid YAML or JSON: ${messageOf(thrown)}`);
  }
}

/** The one form in which specs are stored: what the vendors' own documentation sites print, with one final newline. */
export function canonicalYaml(document: unknown): string {
  return `${dump(document, { lineWidth: 80, noRefs: true }).replace(/\n+$/, "")}\n`;
}
