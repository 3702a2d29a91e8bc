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

test("the README says how many operations each vendor's package has", () => {
  const sources = JSON.parse(readFileSync(join(root, "specs/sources.json"), "utf8")) as Record<
    string,
    { operations: [] }
  >;
  const [table] = pages.find(({ path }) => path === "README.md")?.tables ?? [];
  for (const [vendor, { operations }] of Object.entries(sources)) {
    const row = table?.rows.find(([name]) => name?.includes(`(packages/${vendor})`));
    expect(row?.[2]).toMatch(new RegExp(`^${operations.length}(?: of the vendor's \\d+)?: `));
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
