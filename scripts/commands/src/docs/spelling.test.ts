import { expect, test } from "vitest";
import { misspelt } from "./spelling.ts";

function of(text: string): string[] {
  return misspelt([{ path: "a.md", text }]);
}

test("what British English has not is told, with its line", () => {
  expect(of("# A title\n\nIt recieves a *respnse*,\nof any color.\n\n| a | b |\n| - | - |\n| teh | end |\n")).toEqual([
    "a.md:3: recieves",
    "a.md:3: respnse",
    "a.md:3: color",
    "a.md:6: teh",
  ]);
  expect(of("They organize its behavior.")).toEqual(["a.md:1: organize", "a.md:1: behavior"]);
});

test("code, addresses and names of programs are no prose", () => {
  const link = "[the page](https://exmaple.test/teh)";
  expect(
    of(`\`teh\` and ${link}, openTelemetry, v8.x, x_y, @x/sesions.\n\n\`\`\`sh\nnpm instal\n\`\`\`\n\n<!-- teh -->`),
  ).toEqual([]);
  expect(of("It's the vendors' own; it isn't ours.")).toEqual([]);
});
