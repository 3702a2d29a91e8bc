import { afterAll, beforeAll, expect, test } from "vitest";
import { docPages } from "./pages.ts";
import { installExample, testExample } from "./reader/examples.ts";
import { createReader, isCommand, type Reader } from "./reader/reader.ts";

const pages = docPages();
const programs = pages.flatMap((page) =>
  page.blocks
    .filter(
      ({ language, marks }) => /^[tj]s$/.test(language) && !marks["not run"] && !marks["not checked"] && !marks["file"],
    )
    .map((block) => [`${page.path}:${block.line}`, page, block] as const),
);
const withCommands = pages.filter(({ blocks }) => blocks.some(isCommand));

let reader: Reader;
beforeAll(async () => {
  reader = await createReader();
});
afterAll(() => reader?.[Symbol.asyncDispose]());

test("every program of every page compiles, from the packages as they are published", async () => {
  expect(await reader.compile(pages)).toBe("");
});

// What costs here is waiting: for programs to start, and for npm.
test.concurrent.each(programs)("%s runs against the mocks", async (_, page, block) => {
  expect(await reader.runProgram(page, block)).toBeUndefined();
});

test.concurrent.each(withCommands.map((page) => [page.path, page] as const))(
  "the commands of %s run, in an empty folder",
  async (_, page) => {
    expect(await reader.runCommands(page)).toEqual([]);
  },
);

// The others run at night: they bring whole frameworks.
test.concurrent.each(["packages/mock/examples/commonjs-jest", "packages/telnyx-video/examples/service"])(
  "%s is installed from the tarballs, and its tests pass",
  async (example) => {
    await using installed = await installExample(example, reader.npmrc);
    expect(await testExample(installed.folder)).toBe(0);
  },
);
