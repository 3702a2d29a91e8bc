import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { documentWith } from "../testing/document.ts";
import { generatePackage } from "./generate-package.ts";
import { staleFiles } from "./stale-files.ts";

/** A repository whose one package is up to date. */
async function repository(): Promise<{ root: string; generated: string }> {
  const root = mkdtempSync(join(tmpdir(), "stale-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const document = documentWith({ "/a": { get: { responses: { 200: { description: "" } } } } });
  write(join(root, "specs/acme.yaml"), JSON.stringify(document));
  write(join(root, "packages/acme/package.json"), "{}");
  for (const [path, text] of (await generatePackage(root, "acme")).files) write(path, text);
  return { root, generated: join(root, "packages/acme/src/generated") };
}

test("committed files that are what the document gives", async () => {
  expect(await staleFiles((await repository()).root, "acme")).toEqual([]);
});

test.each<[line: string, change: (generated: string) => void]>([
  ["models.ts is missing", (folder) => rmSync(join(folder, "models.ts"))],
  ["schema.ts differs", (folder) => writeFileSync(join(folder, "schema.ts"), "\n", { flag: "a" })],
  ["old.ts is one too many: delete it", (folder) => writeFileSync(join(folder, "old.ts"), "")],
  [".schema.ts.tmp is one too many: delete it", (folder) => writeFileSync(join(folder, ".schema.ts.tmp"), "")],
  [
    "more/old.ts is one too many: delete it",
    (folder) => {
      mkdirSync(join(folder, "more"));
      writeFileSync(join(folder, "more/old.ts"), "");
    },
  ],
  ["operations.ts is executable: chmod -x", (folder) => chmodSync(join(folder, "operations.ts"), 0o755)],
  [
    "models.ts is no plain file",
    (folder) => {
      rmSync(join(folder, "models.ts"));
      symlinkSync("schema.ts", join(folder, "models.ts"));
    },
  ],
])("%s", async (line, change) => {
  const { root, generated } = await repository();
  change(generated);
  expect(await staleFiles(root, "acme")).toEqual([`packages/acme/src/generated/${line}`]);
});

test("what a file manager or an editor leaves is no file of the package", async () => {
  const { root, generated } = await repository();
  for (const name of [".DS_Store", "._models.ts", "models.ts~", ".models.ts.swp", "#models.ts#", "models.ts.orig"])
    writeFileSync(join(generated, name), "");
  symlinkSync("me@here.1", join(generated, ".#models.ts"));
  expect(await staleFiles(root, "acme")).toEqual([]);
});

test("without the folder, every file is missing", async () => {
  const { root, generated } = await repository();
  rmSync(generated, { recursive: true });
  expect(await staleFiles(root, "acme")).toHaveLength(3);
});
