import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./workspace/files.ts";
import { run } from "./workspace/run.ts";

function specs(...args: string[]) {
  return run(process.execPath, [join(root, "scripts/commands/src/specs.ts"), ...args], root);
}

test.each([[], ["pull", "--help"], ["diff", "--help"], ["update", "-h"], ["add", "--help"]])(
  "%s %s shows how to use it",
  async (...args) => {
    const { passed, stdout } = await specs(...args);
    expect([passed, stdout]).toEqual([true, expect.stringContaining("pnpm specs")]);
  },
);

test.each([
  [["pul"], '✗ Unknown command "pul". Commands: check, pull, diff, update, lint, add, remove.'],
  [["pull"], "✗ The vendor is missing. Name one vendor: "],
  [["pull", "nobody"], '✗ There is no vendor "nobody". Known are: '],
  [["pull", "pagecall", "--form", "x"], "✗ Unknown option '--form'. See --help."],
  [["pull", "pagecall", "--from", "nowhere.md"], "✗ nowhere.md does not exist."],
  [["pull", "pagecall", "--from", "http://example.com/"], "✗ http://example.com/ is not https."],
  [["update", "--from", "x"], "✗ --from and --only apply to one vendor: name the vendor."],
  [["add", "acme"], "✗ Name one vendor, and give --from SOURCE: where its document comes from."],
])("%j is refused in one clear message", async (args, message) => {
  const { passed, output } = await specs(...args);
  expect(passed).toBe(false);
  expect(output).toContain(message);
  expect(output).not.toMatch(/^ +at /m);
});

test("a pull of what is vendored changes nothing", async () => {
  const { output } = await specs("pull", "pagecall", "--from", "specs/pagecall.yaml", "--dry-run");
  expect(output).toMatch(/^specs\/pagecall\.yaml: unchanged \(\d+ operations?; 1 document read\)\.\n$/);
});
