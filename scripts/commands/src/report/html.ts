import { htmlText } from "@x/openapi";

/** HTML that may be put into HTML as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Part[] | undefined | false;

/** A template whose values are escaped, unless they are HTML themselves. Lists are joined, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((text, index) => text + (index < parts.length ? escaped(parts[index]) : "")).join(""));
}

function escaped(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(escaped).join("");
  return htmlText(String(part));
}
