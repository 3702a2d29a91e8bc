import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isPacked, withReference } from "./packed-reference.ts";

const manifest = readFileSync(join(import.meta.dirname, "../../../../packages/pagecall/package.json"), "utf8");

test("a reference of more than a megabyte is in no tarball, and nothing else of the manifest changes", () => {
  expect(isPacked("ü".repeat(500_000))).toBe(true);
  expect(isPacked("ü".repeat(500_001))).toBe(false);
  expect(withReference(manifest, true)).toBe(manifest);
  const without = withReference(manifest, false);
  expect(without).toBe(manifest.replace('    "API.md",\n', ""));
  expect(withReference(without, false)).toBe(without);
  expect(withReference(without, true)).toBe(manifest);
});
