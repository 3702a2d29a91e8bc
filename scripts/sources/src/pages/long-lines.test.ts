import { expect, test } from "vitest";
import { recognise } from "../read/recognise.ts";
import { readMarkdown } from "./markdown.ts";
import { pieceOfDocument } from "./pieces.ts";

// In time that grows with the square of the length, these take many minutes: no limit but the suite's own is needed.
const LENGTH = 500_000;

function long(unit: string): string {
  return unit.repeat(Math.ceil(LENGTH / unit.length));
}

test.each([
  ["a fence's opening line of blanks, and what ends no line", `\`\`\`\`${long(" ")}x${long(" ")}\u2028x`],
  ["a fence's opening line of separators", `\`\`\`\`${long("\u2028")}x`],
  ["an info string of addresses", `\`\`\`\`yaml ${long("://")}x`],
  ["an info string of blanks", `\`\`\`\`yaml${long(" ")}get${long(" ")}x`],
  ["a closing fence that is none", `\`\`\`\`\n${long("`")}x`],
  ["a link without an end", `- [a](${long("a")}`],
  ["a link of blanks", `- [a](a${long(" ")}`],
  ["a link's title without an end", `- [${long("\\a")}`],
  ["a heading that is none", `#${long(" ")}OpenAPI${long(" ")}x`],
])("%s", (_, line) => {
  expect(readMarkdown(`${line}\n${line}`, "page")).toEqual({ fences: [], links: [] });
});

test.each([
  ["blank lines", long("\n")],
  ["lines of blanks", long(" \n")],
  ["braces", long("{ ")],
  ["braces, a line each", long("{\n")],
  ["comments that don't end", `<!--${long("-->  ")}`],
  ["front matter that doesn't end", `---\n${long("--\n")}`],
  ["quotes", long('"swagger" ')],
])("what a text is, and that it is no Swagger: %s", (_, text) => {
  expect(recognise(`x${text}`, "page")).toEqual({ kind: "prose" });
  expect(recognise(text, "page").kind).toMatch(/prose|document/);
  expect(() => pieceOfDocument(text, "page")).toThrow(/page/);
});
