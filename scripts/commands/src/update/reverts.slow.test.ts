import { expect, test } from "vitest";
import { pull } from "@x/sources";
import { documentOf } from "../testing/document.ts";
import { treeOf, workspaceOf, write } from "../testing/workspace.ts";
import { writeAll } from "../workspace/files.ts";
import { pullRequestBody } from "./pull-request.ts";
import { createSteps } from "./steps.ts";
import { update } from "./update.ts";

const small = documentOf("GET", "/rooms");
const large = documentOf("GET", "/rooms", "  /users:\n    get:\n      responses: { '200': { description: OK } }\n");

/** A vendor's state on a day, and what the update of that day makes of it. */
async function day(root: string, today: string, text: string, accept = false) {
  write(root, { "api.yaml": text });
  const lines: string[] = [];
  const pulling = { today, complete: true, ...(accept && { accept }) };
  const updates = await update({ root, vendors: ["acme"], pulling, steps: createSteps((line) => lines.push(line)) });
  return { body: updates.length > 0 ? pullRequestBody(updates) : undefined, said: lines[1] };
}

async function workspace(): Promise<string> {
  const root = workspaceOf({
    "redocly.yaml": "rules:\n  no-unresolved-refs: error\n",
    "api.yaml": small,
    "packages/acme/package.json": '{"name":"@x/acme"}',
  });
  writeAll((await pull({ vendor: "acme", root, from: ["api.yaml"], today: "2026-01-01" })).files);
  return root;
}

test("a vendor's return to an earlier document is proposed, in plain words, three times and no more", async () => {
  const root = await workspace();
  expect((await day(root, "2026-02-01", large)).body).not.toContain("revert");

  const first = await day(root, "2026-03-01", small);
  expect(first.said).toMatch(
    /pull +the vendor went back to the document of 2026-01-01, which was replaced on 2026-02-01, the first time/,
  );
  expect(first.body?.split("\n")[0]).toContain('"revert":true');
  expect(first.body).toContain(
    "> **Revert.** The vendor went back to the document of 2026-01-01, which was replaced on 2026-02-01, the first time that it goes back. Merge it if the API follows. This is asked 2 more times.\n",
  );
  expect((await day(root, "2026-04-01", large)).body).toContain(
    "went back to the document of 2026-02-01, which was replaced on 2026-03-01, the second time that it goes back. Merge it if the API follows. This is asked 1 more time.",
  );
  expect((await day(root, "2026-05-01", small)).body).toContain(
    "the third time that it goes back. Merge it if the API follows. It is not asked again",
  );

  write(root, { "api.yaml": large });
  const before = treeOf(root);
  const fourth = await day(root, "2026-06-01", large);
  expect(fourth.body).toBeUndefined();
  expect(fourth.said).toContain("the 4th time that it goes back: not asked again after 3 times (--accept takes it up)");
  expect(treeOf(root)).toEqual(before);
  expect((await day(root, "2026-06-01", large, true)).body).toContain('"revert":true');
});

test("each swing has changesets of its own, and says nothing where the vendor stays", async () => {
  const root = await workspace();
  await day(root, "2026-02-01", large);
  await day(root, "2026-03-01", small);
  expect((await day(root, "2026-03-02", small)).said).toMatch(/nothing new/);
  await day(root, "2026-04-01", large);
  const changesets = Object.keys(treeOf(root)).filter((path) => path.startsWith(".changeset/"));
  expect(changesets.map((path) => path.replace(/[a-f\d]{12}/, "…")).toSorted()).toEqual(
    [".changeset/acme-….md", ".changeset/acme-…-1.md", ".changeset/acme-…-2.md"].toSorted(),
  );
});
