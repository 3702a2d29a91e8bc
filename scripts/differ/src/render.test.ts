import { describe, expect, test } from "vitest";
import { renderChangelogLines, renderMarkdownTable, renderTerminal, renderVerdict } from "./render.ts";
import { type Change, type Diff, worst } from "./types.ts";

const gone: Change = {
  id: "response-property-removed",
  where: "/components/schemas/A|B/properties/x",
  operation: "One, Two, Three, Four",
  wire: "breaking",
  sdk: "major",
  text: "The response property A.x_y is gone.",
};
const described: Change = {
  id: "documentation-changed",
  where: "/info/description",
  operation: null,
  wire: "compatible",
  sdk: "patch",
  text: "The description of <b>info</b> reads | otherwise.",
};
const diff: Diff = { ...worst([gone, described]), changes: [gone, described], notes: [] };
const none: Diff = { wire: "compatible", sdk: "none", changes: [], notes: [] };

test("the verdict is the worst of all changes", () => {
  expect(worst([described, gone, described])).toEqual({ wire: "breaking", sdk: "major" });
  expect(worst([])).toEqual({ wire: "compatible", sdk: "none" });
});

describe("at a terminal", () => {
  test("worst first, the verdict last", () => {
    const lines = renderTerminal(diff).split("\n");
    expect(lines[0]).toBe("breaking (1)");
    expect(lines).toContain("compatible (1)");
    expect(lines.at(-2)).toBe("2 changes: breaking on the wire, a major release of the SDK.");
  });

  test("colours only where they are asked for", () => {
    expect(renderTerminal(diff)).not.toContain("\u001B");
    expect(renderTerminal(diff, true)).toContain("\u001B[31m");
  });

  test("nothing is said to be nothing", () => {
    expect(renderVerdict(none)).toBe("No changes.");
  });
});

describe("in Markdown", () => {
  test("a row a change, and nothing of the vendor's text is markup", () => {
    expect(renderMarkdownTable(diff).split("\n").slice(2, 4)).toEqual([
      String.raw`| **breaking** | major | The response property A.x\_y is gone. | One, Two and 2 more | ` +
        `\`/components/schemas/A\\|B/properties/x\` |`,
      String.raw`| compatible | patch | The description of &lt;b>info&lt;/b> reads \| otherwise. | – | ` +
        "`/info/description` |",
    ]);
    expect(renderMarkdownTable(none)).toBe("No changes.\n");
  });

  test("changelog lines count documentation instead of listing it", () => {
    expect(renderChangelogLines({ changes: [gone, described, described] })).toEqual([
      String.raw`breaking: The response property A.x\_y is gone (One, Two and 2 more).`,
      "Documentation changed in 2 places.",
    ]);
  });
});
