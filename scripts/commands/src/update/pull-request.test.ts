import { expect, test } from "vitest";
import type { Change } from "@x/differ";
import type { Evidence } from "./evidence.ts";
import { pullRequestBody } from "./pull-request.ts";

function bodyOf(changes: Change[], sources: string[] = [], evidence: Evidence[] = []): string {
  return pullRequestBody([
    {
      vendor: "acme",
      diff: { wire: "risky", sdk: "minor", changes, notes: [] },
      packages: ["@x/acme"],
      evidence,
      sources,
      warnings: 1,
      skipped: [],
      notes: [],
      revert: undefined,
      sha256: { before: "a", after: "b" },
    },
  ]);
}

const change: Change = { id: "x", where: "/paths/~1a", operation: null, wire: "risky", sdk: "minor", text: "Grew." };

test("a vendor's words are text: no markup, no mention, no extra cells", () => {
  const body = bodyOf(
    [{ ...change, operation: "a|b", text: "Says <img> to @team,\r| see #1 | `x`", where: "/a`|@team\r" }],
    ["https://a.test/<b>`@team"],
  );
  expect(body).toContain(
    "| risky | minor | a&#124;b | Says &#60;img&#62; to @&#8203;team, &#124; see #&#8203;1 &#124; &#96;x&#96; ``/a`\\|@team`` |\n",
  );
  expect(body).toContain("- ``https://a.test/<b>`@team``\n");
});

test("a file of whoever ran the update is named without its folders", () => {
  expect(bodyOf([], ["/home/ada/next.yaml", "specs/in.yaml"])).toContain("- `next.yaml`\n- `specs/in.yaml`\n");
});

test("the last lines of a check are text, too", () => {
  const evidence = [{ name: "typecheck", passed: false, tail: "</pre>\r\n\u001B[31m&lt; @team\n::error::" }];
  const body = bodyOf([], [], evidence);
  expect(body).toContain("<pre>\n&#60;/pre&#62;\n\\u001b[31m&#38;lt; @team\n::error::\n</pre>");
});

test("a long list, and long words, stay within what a pull request takes", () => {
  for (const unit of ["x", "|", "@", "<&", "\u{1F600}", "\u202E"]) {
    const long = unit.repeat(2_000);
    const changes = Array.from({ length: 2_000 }, () => ({
      ...change,
      text: long,
      where: `/${long}`,
      operation: long,
    }));
    const sources = Array.from({ length: 900 }, (_, index) => `https://docs.example/${index}/${long}`);
    const evidence = ["typecheck", "contract"].map((name) => ({ name, passed: false, tail: `${long}\n`.repeat(40) }));
    const body = bodyOf(changes, sources, evidence);
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/\n… and \d+ more changes\.\n/);
    expect(body).toMatch(/\n- … and \d+ more\n/);
    expect(body.isWellFormed()).toBe(true);
  }
});

test("an update without changes says so", () => {
  expect(bodyOf([])).toContain("Nothing that a client could notice");
});

test("what the compiler says of users' code is told once, as text", () => {
  const seen = ["getThing, output.a: TS2339: Property 'a' does not exist on type '<img>'."];
  const diff = { wire: "breaking", sdk: "major", changes: [{ ...change, sdk: "major" }], notes: [], seen } as const;
  const update = { vendor: "acme", packages: [], evidence: [], sources: [], warnings: 0, skipped: [], notes: [] };
  const rest = { revert: undefined, sha256: { before: "a", after: "b" } };
  const body = pullRequestBody([{ ...update, ...rest, diff: { ...diff, changes: [...diff.changes], notes: [] } }]);
  expect(body).toContain("### What your users would see\n\n- getThing, output.a: TS2339: Property 'a' does not exist");
  expect(body).not.toContain("<img>");
});
