import { expect, test } from "vitest";
import { terminalSummary } from "./terminal-summary.ts";

test("a terminal gets plain text: verdict, packages and evidence", () => {
  const change = { id: "x", where: "/paths/~1a", operation: null, wire: "risky", sdk: "minor", text: "Grew." } as const;
  const summary = terminalSummary([
    {
      vendor: "acme",
      diff: { wire: "risky", sdk: "minor", changes: [change], notes: [] },
      packages: ["@x/acme", "@x/all"],
      evidence: [
        { name: "typecheck", passed: true, tail: "" },
        { name: "old contract tests", passed: false, tail: "expected <a>\ngot b" },
      ],
      sources: [],
      warnings: 0,
      skipped: [],
      notes: [],
      revert: undefined,
      sha256: { before: "a", after: "b" },
    },
  ]);
  expect(summary).toBe(`acme

risky (1)
  minor  Grew.
         x
         /paths/~1a

1 change: risky on the wire, a minor release of the SDK.

Packages: @x/acme, @x/all
✓ typecheck
✗ old contract tests; its last lines:
    expected <a>
    got b

With --summary FILE, the body of a pull request is written instead.
`);
});
