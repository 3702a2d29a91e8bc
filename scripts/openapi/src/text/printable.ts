/**
 * Characters that a reader does not see, or that do something instead: controls (C0, DEL, C1), the lone halves of a
 * surrogate pair, line and paragraph separators, what turns the direction of text round, and what has no width. What joins
 * letters and the pieces of an emoji stays.
 */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?!\u200C|\u200D|\uFE0E|\uFE0F)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text in which each hidden character is written as JSON, JavaScript and TypeScript write it: `\u202e`. In a string literal
 * it is then the same text. Anywhere else it is one that people, git and editors show as it is.
 *
 * @param kept - hidden characters that stay as they are: those that the place has a use for, `"\n"` and the like
 */
export function printable(text: string, kept = ""): string {
  return text.replace(HIDDEN, (character) => (kept.includes(character) ? character : escaped(character)));
}

const known = new Map<string, string>();

function escaped(character: string): string {
  let written = known.get(character);
  if (written === undefined) {
    const units = character.split("");
    written = units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
    known.set(character, written);
  }
  return written;
}
