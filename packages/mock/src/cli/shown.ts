/** Controls, lone surrogates, and what has no width or turns text round; a line feed and a tab are as they look. */
const HIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** How a line begins that CI takes for a command, and what it takes for one anywhere. */
const COMMAND = /^(?=[^\S\n\r\u2028\u2029]*::)|(?<=##)(?=\[|vso\[)/gm;

/** A message with a document's words in it, as a terminal and the log of a CI run may have it. */
export function shown(message: string): string {
  const visible = message.replaceAll(HIDDEN, (hidden) => {
    const units = hidden.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return units.join("");
  });
  return visible.replaceAll(COMMAND, "\\");
}
