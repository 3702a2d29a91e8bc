import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { terminalText } from "@x/openapi";
import { sayJson } from "./say.ts";

/** The same texts in every run. */
const RUNS = { seed: 12, numRuns: 200 };

const HARMFUL = [
  ..."\0\u0007\b\t\n\r\u001B\u007F\u0085\u009B\u200B\u2028\u202E\u2066\uD800:#[ ",
  "::error::",
  "##[error]",
  "##vso[task.setvariable]",
  "\u001B[2J",
  "\u001B]0;title\u0007",
  "\u001B[8m",
  "\u001B[32m",
];
const unit = fc.oneof(fc.constantFrom(...HARMFUL), fc.string({ unit: "binary", maxLength: 2 }));
const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(""));

test("no terminal and no CI does anything with a text but show it", () => {
  fc.assert(
    fc.property(text, (value) => {
      const shown = terminalText(value);
      // oxlint-disable-next-line no-control-regex -- the colours that stay
      const plain = shown.replaceAll(/\u001B\[(?:[012]|22|3[1239])m/g, "");
      // oxlint-disable-next-line no-control-regex -- what must not come through
      expect(plain).not.toMatch(/[\0-\u0008\u000B-\u001F\u007F-\u009F\u200B\u2028-\u202E\u2060-\u2069]|\p{Cs}/u);
      for (const line of plain.split("\n")) expect(line.trimStart()).not.toMatch(/^::/);
      expect(plain).not.toMatch(/##(?:\[|vso\[)/);
    }),
    RUNS,
  );
});

test.each([
  ["a\r\nb\tc\n", "a\nb\tc\n"],
  ["::error::x\n  ::set-output name=a::b", "\\::error::x\n\\  ::set-output name=a::b"],
  ["a ##[group]b ##vso[c]", "a ##\\[group]b ##\\vso[c]"],
  ["\u001B[1mbold\u001B[22m \u001B[2J", "\u001B[1mbold\u001B[22m \\u001b[2J"],
  ["\u001B[32m::error::x", "\\\u001B[32m::error::x"],
  ["##\u001B[1m[error]", "##\\\u001B[1m[error]"],
  ["a::b, std::string", "a::b, std::string"],
])("%j is shown as %j", (value, shown) => {
  expect(terminalText(value)).toBe(shown);
});

test("JSON says the same after that", () => {
  const said: string[] = [];
  const written = vi.spyOn(process.stdout, "write").mockImplementation((part) => said.push(String(part)) > 0);
  onTestFinished(() => written.mockRestore());
  fc.assert(
    fc.property(fc.dictionary(text, text), (value) => {
      said.length = 0;
      sayJson(value);
      expect(said.join("")).toBe(terminalText(said.join("")));
      expect(said.join("")).not.toMatch(/##(?:\[|vso\[)/);
      expect(JSON.parse(said.join(""))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    RUNS,
  );
});

/** Programs that say what they measured or built themselves, and no document's words. */
const OWN =
  /^(?:bench|tarballs|release|reach|remote-cache|whole-api|bench-generate\.ts|bench\.ts|test-[\w-]+\.ts)(?:$|\/)/;

test("commands write by these functions alone", () => {
  const folder = join(import.meta.dirname, "..");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && !path.endsWith("say.ts") && !path.endsWith(".test.ts") && !OWN.test(path),
  );
  expect(files.length).toBeGreaterThan(40);
  const direct = files.filter((path) =>
    /process\.std(?:out|err)\.write|console\./.test(readFileSync(join(folder, path), "utf8")),
  );
  expect(direct).toEqual([]);
});
