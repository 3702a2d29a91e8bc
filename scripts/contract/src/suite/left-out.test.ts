import { expect, test } from "vitest";
import { leftOutIn } from "./left-out.ts";

test("what a package has no method for is read of its README, and other tables are not", () => {
  const table = "| left out | why |\n| --- | --- |\n| `GET /a` | of `GET /b` |\n| `POST /a/{id}` | a stream alone |";
  const readme = `| method | request |\n| --- | --- |\n| \`c\` | \`GET /c\` |\n\n${table}\n\n| \`d\` | e |\n`;
  expect(leftOutIn(readme)).toEqual(["GET /a", "POST /a/{id}"]);
  expect(leftOutIn("# A package of the whole document\n")).toEqual([]);
});
