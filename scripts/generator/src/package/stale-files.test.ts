import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { documentWith } from "../testing/document.ts";
import { withCount, withoutRow } from "../reference/readme-part.ts";
import { generatePackage } from "./generate-package.ts";
import { namesOf } from "./names.ts";
import { readmeOf } from "./readme.ts";
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
  const { operations, readmePart } = await generatePackage(root, "acme");
  write(join(root, "packages/acme/README.md"), readmeOf(namesOf("acme"), operations, readmePart));
  const { files, docs } = await generatePackage(root, "acme");
  for (const [path, text] of [...files, ...docs]) write(path, text);
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

test.each([
  ["API.md is missing", "API.md", () => undefined],
  ["API.md differs", "API.md", (text: string) => text.replace("GET", "PUT")],
  ["README.md differs", "README.md", (text: string) => text.replace("`GET /a`", "`PUT /a`")],
  [undefined, "README.md", (text: string) => text.replace("## Errors", "## Faults")],
])("of the pages: %s", async (line, file, change) => {
  const { root } = await repository();
  const path = join(root, "packages/acme", file);
  const text = change(readFileSync(path, "utf8"));
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
  expect(await staleFiles(root, "acme")).toEqual(line === undefined ? [] : [`packages/acme/${line}`]);
});

test("the repository's README tells of every vendor how many operations there are", () => {
  const other = "| Other | <!-- operations of other -->3 |\n| else | |\n";
  const added = withCount(other, namesOf("acme"), 4);
  const row =
    "| [`@x/acme`](packages/acme) | Acme API | <!-- operations of acme -->4: [which](packages/acme#operations) |";
  expect(added).toBe(other.replace("\n", `\n${row}\n`));
  expect(withCount(added, namesOf("acme"), 17)).toBe(added.replace("-->4", "-->17"));
  expect(withoutRow(added, "acme")).toBe(other);
  expect(withCount("# Another\n", namesOf("acme"), 4)).toBe("# Another\n");
});

test("without the folder, every file is missing", async () => {
  const { root, generated } = await repository();
  rmSync(generated, { recursive: true });
  expect(await staleFiles(root, "acme")).toHaveLength(3);
});
