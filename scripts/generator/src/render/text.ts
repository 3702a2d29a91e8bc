import { isObject, membersOf, printable, walk, type Json, type JsonObject } from "@x/openapi";

/** A text as a string literal of TypeScript, of printable characters alone: it stands for the very same text. */
export function stringLiteral(text: string): string {
  return printable(JSON.stringify(text));
}

/**
 * A vendor's words as the lines of a comment: they don't end it, and nothing in them is a tag or a pragma (`@ts-ignore`,
 * `@internal`). A backslash before the sign is how TSDoc writes one that is none; an editor does not show it.
 */
export function commentLines(text: string): string[] {
  const lines = text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .trim()
    .split("\n");
  return lines.map((line) =>
    printable(line, "\t")
      .replaceAll("*/", "*\\/")
      // Within a word it stands in an address, and is no tag.
      .replaceAll(/(?<![\p{L}\p{N}\\])@/gu, "\\@")
      .replaceAll(/(source(?:Mapping)?URL)=/g, "$1\\="),
  );
}

/** Fields whose text openapi-typescript puts into comments. */
const WORDS = ["title", "summary", "description", "format"];
const VALUES = ["default", "example"];

/** Writes what becomes comments in a document as {@link commentLines} does, in place: openapi-typescript copies it as it is. */
export function makeCommentsSafe(document: JsonObject): void {
  for (const { role, value } of walk(document)) {
    // What it holds is called by names of the vendor's own: `default` is a response.
    if (!isObject(value) || membersOf[role] !== undefined) continue;
    for (const key of WORDS) if (typeof value[key] === "string") value[key] = words(value[key]);
    for (const key of VALUES) if (Object.hasOwn(value, key)) value[key] = words(value[key] as Json);
    if (Array.isArray(value["examples"])) value["examples"] = value["examples"].map(words);
  }
}

/** What openapi-typescript would write of a value. */
function words(value: Json): Json {
  if (typeof value === "string") return commentLines(value).join("\n");
  if (typeof value !== "object" || value === null) return value;
  return commentLines(JSON.stringify(value, undefined, 2)).join("\n");
}
