import { expect, test } from "vitest";
import type { SourceRecord } from "./record.ts";
import { revertTo, revertWords } from "./revert.ts";

/** A record of contents named by a letter each, taken up on the first of each month. */
function recordOf(letters: string, unlogged = ""): SourceRecord {
  const log = [...letters].map((canonical, index) => ({ on: `2026-0${index + 1}-01`, canonical }));
  const canonical = letters.at(-1) ?? "";
  const history = [...new Set(unlogged + letters)];
  return { sources: [], retrieved: log.at(-1)?.on ?? "", sha256: { raw: "", canonical }, operations: [], history, log };
}

test.each<[letters: string, to: string, words: string | undefined]>([
  ["ab", "b", undefined],
  ["ab", "c", undefined],
  ["ab", "a", "the document of 2026-01-01, which was replaced on 2026-02-01, the first time"],
  ["aba", "b", "the document of 2026-02-01, which was replaced on 2026-03-01, the second time"],
  ["abac", "a", "the document of 2026-01-01, which was replaced on 2026-04-01, the second time"],
  ["abab", "a", "the document of 2026-01-01, which was replaced on 2026-04-01, the third time"],
  ["ababa", "b", "the document of 2026-02-01, which was replaced on 2026-05-01, the 4th time"],
])("after %s, %s is %j", (letters, to, words) => {
  const revert = revertTo(to, recordOf(letters));
  expect(revert && revertWords(revert)).toBe(words && `the vendor went back to ${words} that it goes back`);
});

test("a record from before days were kept tells what it knows", () => {
  const { log: _, ...old } = recordOf("b", "a");
  for (const record of [old, recordOf("b", "a")]) {
    const revert = revertTo("a", record);
    expect(revert && revertWords(revert)).toBe(
      "the vendor went back to an earlier document, the first time that it goes back",
    );
  }
});

test("a vendor that is not there yet goes back to nothing", () => {
  expect(revertTo("a", undefined)).toBeUndefined();
});
