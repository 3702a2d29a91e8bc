import { expect, test } from "vitest";
import { htmlText, markdownCode, markdownText } from "./markdown.ts";
import { printable } from "./printable.ts";

// In time that grows with the square of the length, these take many minutes: no limit but the suite's own is needed.
const LENGTH = 400_000;

test.each(["\n", " \n", "`", "_", "@", "\r", "\0", "w", "GH-", "1", ":", "\uD800", "\u200D"])("texts of %j", (unit) => {
  const text = `a${unit.repeat(LENGTH / unit.length)}b`;
  for (const written of [printable(text), markdownText(text), markdownCode(text), htmlText(text)])
    expect(written.length).toBeGreaterThanOrEqual(3);
});
