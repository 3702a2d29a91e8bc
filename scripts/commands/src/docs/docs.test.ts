import { expect, test } from "vitest";
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
