import { readFileSync } from "node:fs";
import { join } from "node:path";
import { namesOf, readmeOf, vendorNames } from "@x/generator";
import { expect, test } from "vitest";
import { root } from "../workspace/files.ts";
import { brokenLinks } from "./links.ts";
import { faultyBlocks } from "./parse.ts";
import { docPages } from "./pages.ts";
import { staleTables } from "./option-tables.ts";

const pages = docPages();

test("every link of every page leads to a file, and to a heading of it", () => {
  expect(brokenLinks(pages)).toEqual([]);
});

test("every block of every page parses, and every mark gives its reason", () => {
  expect(faultyBlocks(pages)).toEqual([]);
});

test("the tables of options name what the types have", () => {
  expect(staleTables(pages)).toEqual([]);
});

test("the README has a row for every vendor, with the mark of how many operations its package has", () => {
  const [table] = pages.find(({ path }) => path === "README.md")?.tables ?? [];
  for (const vendor of vendorNames(root)) {
    const row = table?.rows.find(([name]) => name?.includes(`(packages/${vendor})`));
    expect(row?.[2] ?? "", `README.md wants a row for packages/${vendor}`).toContain(
      `<!-- operations of ${vendor} -->`,
    );
  }
});

test("the READMEs of the vendors' packages have one shape, and end in what every package says", () => {
  const shapes = vendorNames(root).map((vendor) => {
    const text = readFileSync(join(root, "packages", vendor, "README.md"), "utf8");
    expect(text).toContain("<!-- generated: written by `pnpm generate`");
    return [...text.matchAll(/^## .+$/gm)].map(([heading]) => heading);
  });
  for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  const made = readmeOf(namesOf("acme"), [], "## Operations");
  expect([...made.matchAll(/^## .+$/gm)].map(([heading]) => heading)).toEqual(shapes[0]);
});
