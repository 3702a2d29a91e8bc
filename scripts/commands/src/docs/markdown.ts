import { lexer, walkTokens, type Token, type Tokens } from "marked";

/** A fenced block, with what the comments right before it say of it. */
export interface Block {
  /** The first word behind the fence; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** Of the fence, from 1; in a list, where the list begins. */
  readonly line: number;
  /** `not run: why` as `{ "not run": "why" }`. */
  readonly marks: Readonly<Record<string, string>>;
}

export interface MarkdownTable {
  readonly line: number;
  /** The heading that it stands under. */
  readonly heading: string;
  /** Cells as they are written, the head first. */
  readonly rows: readonly (readonly string[])[];
}

export interface Markdown {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly tables: readonly MarkdownTable[];
  readonly links: readonly { readonly href: string; readonly line: number }[];
  /** What a link of this page may have behind its `#`. */
  readonly anchors: ReadonlySet<string>;
  /** Marks that stand before no block. */
  readonly stray: readonly { readonly mark: string; readonly line: number }[];
}

/** The comments that say something of the next block. */
export const MARKS = ["not run", "not checked", "file", "in a clone"] as const;
const MARK = new RegExp(String.raw`^<!-- (${MARKS.join("|")})(?:: ([^]*?))? -->\s*$`);

/** What a page of Markdown holds, as far as it can be checked. */
export function readMarkdown(text: string): Markdown {
  const blocks: Block[] = [];
  const tables: MarkdownTable[] = [];
  const links: { href: string; line: number }[] = [];
  const stray: { mark: string; line: number }[] = [];
  const anchors = new Set<string>();
  let line = 1;
  let heading = "";
  let marks: Record<string, string> = {};
  for (const token of lexer(text)) {
    walkTokens([token], (each: Token) => {
      if (each.type === "space") return;
      const mark = each.type === "html" ? MARK.exec(each.raw) : null;
      if (mark) {
        marks[mark[1] as string] = mark[2] ?? "";
        return;
      }
      if (each.type === "code") {
        blocks.push({
          language: ((each as Tokens.Code).lang ?? "").split(" ")[0] as string,
          text: each["text"],
          line,
          marks,
        });
        marks = {};
        return;
      }
      for (const name of Object.keys(marks)) stray.push({ mark: name, line });
      marks = {};
      if (each.type === "heading") {
        heading = each["text"];
        anchors.add(unused(anchorOf(heading), anchors));
      }
      if (each.type === "table") tables.push({ line, heading, rows: rowsOf(each as Tokens.Table) });
      if (each.type === "link" || each.type === "image") links.push({ href: each["href"], line });
      if (each.type === "html")
        for (const [, id = ""] of each.raw.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(id);
    });
    line += token.raw.split("\n").length - 1;
  }
  for (const name of Object.keys(marks)) stray.push({ mark: name, line });
  return { text, blocks, tables, links, anchors, stray };
}

function rowsOf({ header, rows }: Tokens.Table): string[][] {
  return [header, ...rows].map((cells) => cells.map(({ text }) => text));
}

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/<[^>]*>/g, "");
  return words
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

function unused(anchor: string, used: ReadonlySet<string>): string {
  for (let number = 0; ; number += 1) {
    const name = number ? `${anchor}-${number}` : anchor;
    if (!used.has(name)) return name;
  }
}
