import { expect, test } from "vitest";
import { brokenLinks } from "./links.ts";
import { readMarkdown } from "./markdown.ts";
import { staleTables } from "./option-tables.ts";
import { faultyBlocks } from "./parse.ts";

const pageOf = (text: string, path = "docs/made-up.md") => ({ path, ...readMarkdown(text) });

test("headings have GitHub's anchors, of two alike too", () => {
  const { anchors } = readMarkdown("# `wire` and `sdk`\n\n## Two words, [linked](x.md): ¿sí?\n\n## A\n\n## A\n");
  expect([...anchors]).toEqual(["wire-and-sdk", "two-words-linked-sí", "a", "a-1"]);
});

test("a link to a file, a heading or a folder that is not there is told, with its line", () => {
  const text =
    "# Here\n\n[a](#here) [b](#gone) [c](../README.md#gone)\n\n- [d](../nothing.md) [e](../../x.md)\n\n[f](../packages/mock)";
  expect(brokenLinks([pageOf(text), pageOf("# Top", "README.md")])).toEqual([
    'docs/made-up.md:3: #gone: docs/made-up.md has no heading "#gone"',
    'docs/made-up.md:3: ../README.md#gone: README.md has no heading "#gone"',
    "docs/made-up.md:5: ../nothing.md is not there",
    "docs/made-up.md:5: ../../x.md is not there",
  ]);
});

test.each([
  ["```ts\nconst a = ;\n```", /:1: .*Expression expected/],
  ["```json\n{ a }\n```", /:1: .*JSON/],
  ["```yaml\na: [\n```", /:1: /],
  ["```sh\nif true\n```", /:1: .*syntax error/],
  ["```python\n1\n```", /"python" is no language that is checked/],
  ["```\n1\n```", /a block without a language/],
  ["<!-- not run: why -->\n\n```sh\ntrue\n```", /"not run" gives no reason/],
  ["<!-- not run: no reason is good enough -->\n\nWords.", /"not run" stands before no block/],
])("%s is told", (text, fault) => {
  const faults = faultyBlocks([pageOf(text)]);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(fault);
});

test("a mark belongs to the block after it, in a list too", () => {
  const text = "1. First:\n\n   <!-- not run: it needs a key -->\n\n   ```sh\n   true\n   ```\n\n```sh\nfalse\n```\n";
  const { blocks, stray } = readMarkdown(text);
  expect(blocks.map(({ text: body, marks }) => [body, marks])).toEqual([
    ["true", { "not run": "it needs a key" }],
    ["false", {}],
  ]);
  expect(stray).toEqual([]);
});

test("an option that a table leaves out, or makes up, is told", () => {
  const page = pageOf("## In a test file\n\n| option | |\n| --- | --- |\n| `port` | |\n| `speed` | |\n");
  const api = "packages/mock/api.txt";
  const described = {
    page: page.path,
    heading: "In a test file",
    api,
    types: ["MockOptions"],
    beside: ["seed", "upstream"],
  };
  expect(staleTables([page], [described])).toEqual([
    'docs/made-up.md:3: "dynamic" of MockOptions is left out',
    'docs/made-up.md:3: "from" of MockOptions is left out',
    'docs/made-up.md:3: "speed" is no member of MockOptions',
  ]);
});
