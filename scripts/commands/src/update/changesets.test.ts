import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Change } from "@x/differ";
import { workspaceOf } from "../testing/workspace.ts";
import { changesetsOf } from "./changesets.ts";

test("a vendor's words are text in a changelog: no markup, no mention, no link, no line of their own", async () => {
  const folder = workspaceOf({});
  mkdirSync(join(folder, ".changeset"));
  const text = "Says\r---\r\n<img> [x](https://evil.test) @team #1 `y` \u202E.";
  const change: Change = { id: "x", where: "", operation: null, wire: "compatible", sdk: "minor", text };
  const files = await changesetsOf(folder, ["@x/acme"], { sdk: "minor", changes: [change] }, "0");
  expect([...files.values()]).toEqual([
    `---
"@x/acme": minor
---

Follows the vendor's new API document.

- Says --- &#60;img&#62; &#91;x&#93;(https:&#8203;//evil.test) @&#8203;team #&#8203;1 &#96;y&#96; &#92;u202e.
`,
  ]);
});

test("a changeset says what the compiler says of code that breaks", async () => {
  const folder = workspaceOf({});
  mkdirSync(join(folder, ".changeset"));
  const change: Change = { id: "x", where: "", operation: null, wire: "breaking", sdk: "major", text: "It is gone." };
  const seen = ["getThing, output.a: TS2339: Property 'a' does not exist on type 'Thing'."];
  const files = await changesetsOf(folder, ["@x/acme"], { sdk: "major", changes: [change], seen }, "0");
  expect([...files.values()].join("")).toContain(
    "- Breaking on the wire: It is gone.\n\nWhat the compiler says of code that uses what is gone or changed:\n\n- getThing, output.a: TS2339",
  );
});
