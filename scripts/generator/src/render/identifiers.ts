import ts from "typescript";

/**
 * Whether a character can stand in an identifier, for every TypeScript that reads it: their tables of letters are older than
 * that of Node, which goes by the newest Unicode.
 */
function isPart(character: string): boolean {
  return /^[\w$]$/.test(character) || ts.isIdentifierPart(character.codePointAt(0) ?? 0, ts.ScriptTarget.ESNext);
}

/** Whether a text is an identifier as it stands, keywords aside. */
export function isIdentifier(text: string): boolean {
  const [first, ...others] = text;
  return (
    first !== undefined &&
    ts.isIdentifierStart(first.codePointAt(0) ?? 0, ts.ScriptTarget.ESNext) &&
    others.every(isPart) &&
    // They join letters, and nobody sees them.
    !/[\u200C\u200D]/.test(text)
  );
}

/**
 * The pieces of a text that can stand in an identifier, in order.
 *
 * @param parting - characters that could, and part words all the same
 */
export function identifierWords(text: string, parting: string): string[] {
  const characters = Array.from(text, (character) =>
    isPart(character) && !parting.includes(character) && !/[\u200C\u200D]/.test(character) ? character : " ",
  );
  return characters.join("").split(" ").filter(Boolean);
}
