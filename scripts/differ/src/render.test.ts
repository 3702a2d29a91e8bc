import { describe, expect, test } from "vitest";
import { renderTerminal, renderVerdict } from "./render.ts";
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

  test("a vendor's words make no line of their own, and hide nothing", () => {
    const words = "One\n::error::Two\r\u001B[2K\u202E";
    const odd: Change = { ...gone, text: words, operation: words, where: `/${words}` };
    const lines = renderTerminal({ ...diff, changes: [odd], notes: [words] }).split("\n");
    const shown = "One\\u000a::error::Two\\u000d\\u001b[2K\\u202e";
    expect(lines.slice(1, 6)).toEqual([
      `  major  ${shown}`,
      `         response-property-removed  ${shown}`,
      `         /${shown}`,
      "",
      shown,
    ]);
  });

  test("nothing is said to be nothing", () => {
    expect(renderVerdict(none)).toBe("No changes.");
  });
});
