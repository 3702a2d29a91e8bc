import { expect, test } from "vitest";
import type { Change } from "@x/differ";
import { pullRequestBody } from "./pull-request.ts";

function bodyOf(changes: Change[], sources: string[] = []): string {
  return pullRequestBody([
    {
      vendor: "acme",
      diff: { wire: "risky", sdk: "minor", changes },
      packages: ["@x/acme"],
      evidence: [],
      sources,
      warnings: 1,
      sha256: { before: "a", after: "b" },
    },
  ]);
}

const change: Change = { id: "x", where: "/paths/~1a", operation: null, wire: "risky", sdk: "minor", text: "Grew." };

test("a vendor's words are text: no markup, no mention, no extra cells", () => {
  const body = bodyOf([{ ...change, operation: "a|b", text: "Says <img> to @team,\nsee #1 | x", where: "/a`|b" }]);
  expect(body).toContain("| risky | minor | a\\|b | Says &lt;img&gt; to &#64;team, see &#35;1 \\| x `/ab` |\n");
});

test("a long list stays within what a pull request takes", () => {
  const changes = Array.from({ length: 2_000 }, () => ({ ...change, text: "x".repeat(200) }));
  const body = bodyOf(
    changes,
    Array.from({ length: 900 }, (_, index) => `https://docs.example/${index}.md`),
  );
  expect(body.length).toBeLessThan(65_536);
  expect(body).toContain("… and 1850 more changes.");
  expect(body).toContain("… and 850 more\n");
});

test("an update without changes says so", () => {
  expect(bodyOf([])).toContain("Nothing that a client could notice");
});
