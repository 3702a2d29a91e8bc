import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { printable } from "@x/openapi";
import { sampleRequest } from "./sample-request.ts";
import { shellWord } from "./shell-word.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shell-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test("a shell takes it for one word, and for the same text", () => {
  const signs = [
    ..."'\"\\`$!&;|<>(){}[]*?~# \n\r\t\u001B\u007F\u009B\u202E\u20287a-",
    "$(touch x)",
    "';touch x;'",
    "\\'",
  ];
  const unit = fc.oneof(fc.constantFrom(...signs), fc.string({ unit: "grapheme", maxLength: 2 }));
  const texts = fc.sample(
    fc.array(unit, { maxLength: 8 }).map((parts) => parts.join("")),
    { numRuns: 400, seed: 3 },
  );
  const wanted = texts.filter((text) => !text.includes("\0"));
  const words = wanted.map(shellWord);
  for (const word of words) expect(printable(word)).toBe(word);
  const cwd = temporaryFolder();
  // bash knows $'…'; a plain word is read by any shell.
  const said = execFileSync("bash", ["-c", `printf '%s\\0' ${words.join(" ")}`], { encoding: "utf8", cwd });
  expect(said.split("\0").slice(0, -1)).toEqual(wanted);
  const plain = wanted.filter((text) => printable(text) === text);
  const bySh = execFileSync("sh", ["-c", `printf '%s\\0' ${plain.map(shellWord).join(" ")}`], {
    encoding: "utf8",
    cwd,
  });
  expect(bySh.split("\0").slice(0, -1)).toEqual(plain);
  expect(readdirSync(cwd)).toEqual([]);
  expect(() => shellWord("a\0")).toThrow(RangeError);
});

test("the sample request of a document runs one curl, whatever its path", () => {
  const folder = temporaryFolder();
  const spec = join(folder, "spec.json");
  const path = "/a';touch x;'/$(touch y)/`touch z`\u001B[2J/\u202E";
  const operation = { responses: { 200: { description: "" } } };
  writeFileSync(
    spec,
    JSON.stringify({ openapi: "3.0.0", info: { title: "", version: "" }, paths: { [path]: { get: operation } } }),
  );
  const line = sampleRequest(spec, "http://127.0.0.1:1") ?? "";
  expect(printable(line)).toBe(line);
  const script = `curl() { printf '%s\\n' "$#" "$1"; }; ${line}`;
  const said = execFileSync("sh", ["-c", script], { encoding: "utf8", cwd: folder });
  expect(said).toBe(`3\n${new URL(`http://127.0.0.1:1${path}`).href}\n`);
  expect(readdirSync(folder)).toEqual(["spec.json"]);
});
