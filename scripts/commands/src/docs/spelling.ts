import { readFileSync } from "node:fs";
import { join } from "node:path";
import dictionary from "dictionary-en-gb";
import { lexer, walkTokens, type Token } from "marked";
import nspell from "nspell";
import type { Page } from "./pages.ts";

/** A word of prose: no name of a program, which has capitals within, or digits, dots and slashes beside it. */
const WORD = /(?<![\p{L}\p{N}@/._#-])\p{L}?\p{Ll}+(?:['’]\p{Ll}+)*(?![\p{L}\p{N}/_]|\.\p{L})/gu;

const own = JSON.parse(readFileSync(join(import.meta.dirname, "spelling.json"), "utf8")) as {
  readonly words: readonly string[];
  readonly american: readonly string[];
};

/** Says of a word whether British English has it, or the project's list. */
function createSpeller(): (word: string) => boolean {
  const speller = nspell(dictionary);
  for (const word of own.words) speller.add(word);
  for (const word of own.american) speller.remove(word);
  // What has an "s" of a genitive is as right as what it is of.
  return (word) => [word, word.replace(/['’]s$/, "")].some((each) => speller.correct(each.replace("’", "'")));
}

/** The words of pages that are spelt wrong, each as `README.md:12: teh`. Code is none of them. */
export function misspelt(pages: readonly Pick<Page, "path" | "text">[]): string[] {
  const isRight = createSpeller();
  return pages.flatMap(({ path, text }) =>
    [...proseOf(text)].flatMap(([line, prose]) =>
      Array.from(prose.matchAll(WORD), ([word]) => word)
        .filter((word) => !isRight(word))
        .map((word) => `${path}:${line}: ${word}`),
    ),
  );
}

/** What is no code, no markup and no address, by the line where its paragraph, list or table begins. */
function* proseOf(markdown: string): Generator<[line: number, text: string]> {
  let line = 1;
  for (const token of lexer(markdown)) {
    const texts: string[] = [];
    walkTokens([token], (each: Token) => {
      if (each.type === "text" && !("tokens" in each && each.tokens)) texts.push(String(each["text"]));
    });
    if (token.type !== "code") yield [line, texts.join("\n")];
    line += token.raw.split("\n").length - 1;
  }
}
