import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalYaml, parseYaml } from "../read/yaml.ts";
import { htmlText, markdownCode, markdownText } from "./markdown.ts";
import { printable } from "./printable.ts";

/** The same texts in every run. */
const RUNS = { seed: 12, numRuns: 500 };

/** Any text, with more than its share of what does harm. */
const HARMFUL = [
  ..."\0\u0007\b\t\n\v\f\r\u001B\u007F\u0085\u009B\u061C\u200B\u200E\u2028\u2029\u202E\u2066\u2069\uFEFF\uFFFF\uD800\uDFFF",
  ..."`|<>&@#*_~[]()\\!$-+=:/. 1'\"{}",
  "\uDB40\uDC41",
  "*/",
  "@team",
  "#1",
  "GH-1",
  "https://evil.test",
  "www.evil.test",
  "<!--",
  "</pre>",
  "room_id",
];
const unit = fc.oneof(fc.constantFrom(...HARMFUL), fc.string({ unit: "binary", maxLength: 2 }));
const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(""));

/** Nothing that a terminal, an editor or git would do something with, but for what is let through. */
// oxlint-disable-next-line no-control-regex -- they are what this is about
const HIDDEN = /[\0-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]|\p{Cs}/u;
const collapsed = (value: string): string => printable(value.replaceAll(/\s+/g, " ").trim());
const decoded = (value: string): string =>
  value.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replaceAll("\u200B", "");

test("what is printable has nothing hidden, survives UTF-8, and reads the same in a string literal", () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(printable(value)).not.toMatch(HIDDEN);
      expect(Buffer.from(printable(value)).toString()).toBe(printable(value));
      expect(printable(printable(value))).toBe(printable(value));
      expect(JSON.parse(printable(JSON.stringify(value)))).toBe(value);
    }),
    RUNS,
  );
});

test("letters of any script and emoji stay as they are", () => {
  const words = "Größe 部屋 חדר نیم‌فاصله 👩‍💻 ❤️ – “x” €";
  expect(printable(words)).toBe(words);
});

test("text in Markdown is text: one line, no sign, no mention, no link; and it says the same", () => {
  fc.assert(
    fc.property(text, (value) => {
      const written = markdownText(value);
      expect(written).not.toMatch(HIDDEN);
      expect(written).not.toMatch(/[`|<>*~[\]\\]|&(?!#\d+;)|@(?!&#8203;)|#(?!\d+;|&#8203;)|:\/\/|www\.|GH-\d/i);
      expect(written).not.toMatch(/^\s*(?:[-+=]|\d+[.)])/);
      expect(decoded(written)).toBe(collapsed(value));
    }),
    RUNS,
  );
});

test.each([
  ["@team", "@&#8203;team"],
  ["a\r| <img src=x>", "a &#124; &#60;img src=x&#62;"],
  ["1. x", "1&#46; x"],
  ["- x", "&#45; x"],
  ["[a](https://b.test)", "&#91;a&#93;(https:&#8203;//b.test)"],
  ["room_id of __x__", "room_id of &#95;&#95;x&#95;&#95;"],
])("%j is written %s", (value, written) => {
  expect(markdownText(value)).toBe(written);
});

test("code in Markdown can't be left, not even in a table", () => {
  fc.assert(
    fc.property(text, (value) => {
      const written = markdownCode(value);
      expect(written).not.toMatch(HIDDEN);
      expect(written.replaceAll("\\|", "")).not.toContain("|");
      const [, fence = "", inside = ""] = /^(`*)([^]*)\1$/.exec(written) ?? [];
      // No run of backticks inside is as long as the fence, so that none ends it (CommonMark, 6.1).
      for (const run of inside.match(/`+/g) ?? []) expect(run.length).toBeLessThan(fence.length || 1);
      expect(inside.replaceAll("\\|", "|").trim()).toBe(collapsed(value).trim());
    }),
    RUNS,
  );
});

test("text in <pre> is text, its lines kept", () => {
  fc.assert(
    fc.property(text, (value) => {
      const written = htmlText(value);
      expect(written.replaceAll(/[\n\t]/g, "")).not.toMatch(HIDDEN);
      expect(written).not.toMatch(/[<>"']|&(?!#\d+;)/);
      expect(decoded(written)).toBe(decoded(printable(value.replaceAll(/\r\n?/g, "\n"), "\n\t")));
    }),
    RUNS,
  );
});

test("YAML says the same once it was written to a file, whatever its keys and texts", () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.array(text, { maxLength: 2 }), { maxKeys: 3 }), (value) => {
      const bytes = Buffer.from(canonicalYaml(value));
      expect(bytes.includes(0)).toBe(false);
      expect(parseYaml(bytes.toString(), "spec")).toEqual({ ...value });
    }),
    RUNS,
  );
});
