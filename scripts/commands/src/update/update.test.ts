import { expect, test } from "vitest";
import { treeOf, workspaceOf, write } from "../testing/workspace.ts";
import { documentOf } from "../testing/document.ts";
import { pull } from "@x/sources";
import type { Check } from "./evidence.ts";
import { pullRequestBody } from "./pull-request.ts";
import { createSteps } from "./steps.ts";
import { update } from "./update.ts";
import type { UpdateOptions } from "./update.ts";
import { writeAll } from "../workspace/files.ts";

const rules = "rules:\n  no-unresolved-refs: error\n  operation-summary: warn\n";
const manifest = (name: string, more: object = {}): string => JSON.stringify({ name: `@x/${name}`, ...more });
const grown = documentOf("GET", "/rooms", "  /users:\n    get:\n      responses: { '200': { description: OK } }\n");
const shrunk = documentOf("POST", "/rooms");

/** A workspace of three packages, where one vendor's document was pulled before. */
async function workspace(): Promise<string> {
  const root = workspaceOf({
    "redocly.yaml": rules,
    "api.yaml": documentOf("GET", "/rooms"),
    "packages/acme/package.json": manifest("acme"),
    "packages/all/package.json": manifest("all", { dependencies: { "@x/acme": "workspace:^" } }),
    "packages/more/package.json": manifest("more", { peerDependencies: { "@x/all": "*" } }),
    "packages/tests/package.json": manifest("tests", { private: true, dependencies: { "@x/acme": "*" } }),
    "packages/other/package.json": manifest("other"),
    "packages/notes/README.md": "no package",
  });
  writeAll((await pull({ vendor: "acme", root, from: ["api.yaml"], today: "2026-01-02" })).files);
  return root;
}

async function run(root: string, more: Partial<UpdateOptions> = {}) {
  const lines: string[] = [];
  const updates = await update({
    root,
    vendors: ["acme"],
    pulling: { today: "2026-02-03" },
    steps: createSteps((line) => lines.push(line)),
    ...more,
  });
  return { updates, lines };
}

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

test("does not follow a vendor that flips between two states", async () => {
  const root = await workspace();
  write(root, { "api.yaml": grown });
  await run(root);
  write(root, { "api.yaml": documentOf("GET", "/rooms") });
  const before = treeOf(root);
  const pulling = { complete: true };
  const { updates, lines } = await run(root, { pulling });
  expect(updates).toEqual([]);
  expect(lines.join()).toContain("back to a content that was there before");
  expect(treeOf(root)).toEqual(before);
  expect((await run(root, { pulling: { ...pulling, accept: true } })).updates).toMatchObject([
    { diff: { sdk: "major" } },
  ]);
});

/** A document with an operation that can't be made, beside one that can. */
const unsendable = `${documentOf("GET", "/rooms")}  /users:\n    trace:\n      responses: {}\n`;

test("an operation that can't be made is told, and stops nothing", async () => {
  const root = await workspace();
  write(root, { "api.yaml": unsendable });
  const { updates, lines } = await run(root);
  const why = 'fetch can\'t send TRACE (Fetch, "forbidden method")';
  expect(updates).toMatchObject([{ skipped: [{ operation: "TRACE /users", why: `${why}.` }] }]);
  expect(lines.join("\n")).toContain(`left out           TRACE /users: ${why} (#/paths/~1users/trace).`);
  expect(pullRequestBody(updates)).toContain("TRACE /users: fetch can't send TRACE");
});

const dangling = documentOf("GET", "/rooms", "        '404':\n          $ref: '#/components/responses/Lost'\n");

test.each([
  ["pull", "<html>", rules, "api.yaml is HTML"],
  ["lint", dangling, rules, "specs/acme.yaml#/paths/~1rooms/get/responses/404: Can't resolve $ref"],
  ["diff", dangling, "rules: { operation-summary: warn }\n", '"#/components/responses/Lost" points at nothing'],
  ["generate", documentOf("TRACE", "/rooms"), rules, "fetch can't send TRACE"],
])("a failing %s leaves everything as it was, and says why", async (step, text, lintRules, reason) => {
  const root = await workspace();
  write(root, { "api.yaml": text, "redocly.yaml": lintRules });
  const before = treeOf(root);
  const pulling = { today: "2026-02-03", complete: true };
  const failure = await run(root, { pulling }).catch((thrown: unknown) => String(thrown));
  expect(failure).toContain(`acme: the step "${step}" failed. Nothing was changed.\n`);
  expect(failure).toContain(reason);
  expect(treeOf(root)).toEqual(before);
});

test("one vendor's failure keeps the others' updates back too", async () => {
  const root = await workspace();
  writeAll((await pull({ vendor: "other", root, from: ["api.yaml"] })).files);
  const records = JSON.parse(treeOf(root)["specs/sources.json"] ?? "");
  records.other.sources = [{ from: "gone.yaml" }];
  write(root, { "specs/sources.json": JSON.stringify(records), "api.yaml": grown });
  const before = treeOf(root);
  await expect(run(root, { vendors: ["acme", "other"] })).rejects.toThrow('other: the step "pull" failed.');
  expect(treeOf(root)).toEqual(before);
});

test("two vendors are updated at once, each with its record", async () => {
  const root = await workspace();
  writeAll((await pull({ vendor: "other", root, from: ["api.yaml"] })).files);
  write(root, { "api.yaml": grown });
  expect((await run(root, { vendors: ["acme", "other"] })).updates.map(({ vendor }) => vendor)).toEqual([
    "acme",
    "other",
  ]);
  const records = JSON.parse(treeOf(root)["specs/sources.json"] ?? "");
  expect([records.acme.history.length, records.other.history.length]).toEqual([2, 2]);
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
