import { expect, test } from "vitest";
import { documentOf } from "../testing/document.ts";
import { treeOf, write } from "../testing/workspace.ts";
import type { Check } from "./evidence.ts";
import { pullRequestBody } from "./pull-request.ts";
import { grown, run, shrunk, workspace } from "./testing/acme.ts";

test("takes up what is new: document, record, generated files and a changeset for each affected package", async () => {
  const root = await workspace();
  write(root, { "api.yaml": grown });
  const before = treeOf(root);
  const { updates, lines } = await run(root);
  const after = treeOf(root);
  expect(lines.map((line) => line.trim().split(/\s/)[0])).toEqual([
    "acme",
    "pull",
    "warning",
    "lint",
    "diff",
    "generate",
    "changeset",
  ]);
  expect(updates).toMatchObject([{ vendor: "acme", diff: { wire: "compatible", sdk: "minor" }, warnings: 2 }]);
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  const id = updates[0]?.sha256.after.slice(0, 12);
  expect(changed).toEqual([
    `.changeset/acme-${id}.md`,
    `.changeset/all-${id}.md`,
    `.changeset/more-${id}.md`,
    "packages/acme/API.md",
    "packages/acme/src/generated/models.ts",
    "packages/acme/src/generated/operations.ts",
    "packages/acme/src/generated/schema.ts",
    "specs/acme.yaml",
    "specs/sources.json",
  ]);
  expect(after[`.changeset/all-${id}.md`]).toMatch(
    /^---\n"@x\/all": minor\n---\n\nFollows @x\/acme to .+\n\n- .*\/users/,
  );
  expect(after["packages/acme/src/generated/operations.ts"]).toContain("/users");
});

test("does nothing where nothing is new", async () => {
  const root = await workspace();
  const before = treeOf(root);
  const { updates, lines } = await run(root);
  expect(updates).toEqual([]);
  expect(lines).toEqual(["acme", "  pull               nothing new"]);
  expect(treeOf(root)).toEqual(before);
});

test("evidence is of the packages as they were and as they are; red makes a draft and stops nothing", async () => {
  const root = await workspace();
  write(root, { "next.yaml": shrunk });
  const seen: string[] = [];
  const check = (name: string, passed: boolean): Check => {
    return async ({ root: folder, vendor, packages, specs }) => {
      const isNew = (text = ""): string => (text.includes("post:") ? "new" : "old");
      const spec = isNew(treeOf(specs)["acme.yaml"]);
      seen.push(
        `${name} of ${vendor}, ${packages.join()}: workspace ${isNew(treeOf(folder)["specs/acme.yaml"])}, spec ${spec}`,
      );
      return { name, passed, tail: "last words: <b>" };
    };
  };
  const { updates, lines } = await run(root, {
    pulling: { from: ["next.yaml"], complete: true },
    before: [check("contract", false)],
    after: [check("typecheck", true)],
  });
  expect(seen).toEqual([
    "contract of acme, @x/acme,@x/all,@x/more: workspace old, spec new",
    "typecheck of acme, @x/acme,@x/all,@x/more: workspace new, spec new",
  ]);
  expect(lines.slice(-2)).toEqual(["  contract           red (acme)", "  typecheck          green (acme)"]);
  const body = pullRequestBody(updates);
  expect(body.split("\n")[0]).toBe(
    '<!-- specs-update {"draft":true,"updates":[{"vendor":"acme","wire":"breaking","sdk":"major"}]} -->',
  );
  expect(body).toContain("> **Draft.**");
  expect(body).toContain("**major** for `@x/acme`, `@x/all`, `@x/more`.");
  expect(body).toContain("✅ typecheck");
  expect(body).toContain("❌ contract");
  expect(body).toContain("last words: &#60;b&#62;");
  expect(body).toContain("- `next.yaml`\n");
  expect(body).toMatch(/\| breaking \| major \| .+ \|/);
});

test("a change that asks for no release makes no changeset", async () => {
  const root = await workspace();
  write(root, { "api.yaml": documentOf("GET", "/rooms", "x-origin: elsewhere\n") });
  const { updates, lines } = await run(root);
  expect(updates).toMatchObject([{ diff: { sdk: "none" } }]);
  expect(lines).toContain("  changeset          none is needed");
  expect(Object.keys(treeOf(root)).filter((path) => path.startsWith(".changeset"))).toEqual([]);
  expect(pullRequestBody(updates)).toContain("In the SDK: no release.");
});

test("says that there is nothing to compare with", async () => {
  const root = await workspace();
  await expect(run(root, { vendors: ["other"], pulling: { from: ["api.yaml"] } })).rejects.toThrow(
    'There is no specs/other.yaml to compare with: use "pnpm specs pull" first.',
  );
});
