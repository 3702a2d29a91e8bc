import { expect, test } from "vitest";
import { withPackagesTable } from "./packages-table.ts";

const markers = "<!-- packages: written by `pnpm check:architecture --write` -->\nold\n<!-- end of packages -->\n";
const rule = {
  folder: "packages/a",
  purpose: "why",
  imports: ["packages/x", "scripts/y"],
  testsImport: [],
  because: "",
};

test("the table is written between the markers, and nothing else is touched", () => {
  const written = withPackagesTable(`before\n\n${markers}\nafter\n`, [rule]);
  expect(written).toBe(`before

<!-- packages: written by \`pnpm check:architecture --write\` -->

| package      | what it is for | imports  | its tests also import |
| ------------ | -------------- | -------- | --------------------- |
| \`packages/a\` | why            | \`x\`, \`y\` | –                     |

<!-- end of packages -->

after
`);
  expect(withPackagesTable(written, [rule])).toBe(written);
});

test.each(["", "<!-- end of packages -->", markers.split("\n").toReversed().join("\n")])(
  "a document without the markers is refused: %j",
  (text) => {
    expect(() => withPackagesTable(text, [rule])).toThrow("CONTRIBUTING.md needs these two lines");
  },
);
