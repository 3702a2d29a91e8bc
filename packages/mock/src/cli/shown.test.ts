import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { shown } from "./shown.ts";

test.each([
  ["a\n\tb", "a\n\tb"],
  ["\u001B[2J\u009B1m\u202E\u200B\uD800\u2028", "\\u001b[2J\\u009b1m\\u202e\\u200b\\ud800\\u2028"],
  ["a\n::error::b\n  ::add-mask::c", "a\n\\::error::b\n\\  ::add-mask::c"],
  ["##[error]a ##vso[b] # [c]", "##\\[error]a ##\\vso[b] # [c]"],
  ["a::b \u{1F600}", "a::b \u{1F600}"],
])("%j is shown as %j", (message, wanted) => {
  expect(shown(message)).toBe(wanted);
});

test("what x-mock says of a document is text, and no command to CI", () => {
  const folder = mkdtempSync(join(tmpdir(), "shown-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const words = "\n::error::x\u001B[2J";
  const document = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    paths: { [words]: { $ref: "http://a.test" } },
  };
  writeFileSync(join(folder, "a.json"), JSON.stringify(document));
  const bin = join(import.meta.dirname, "bin.ts");
  const { status, stderr } = spawnSync(process.execPath, [bin, "serve", "./a.json"], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toContain('\n\\::error::x\\u001b[2J/$ref: the reference "http://a.test" leaves');
  expect(stderr).toBe(shown(stderr));
});
