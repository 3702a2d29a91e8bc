import { expect, test } from "vitest";
import { pull } from "@x/sources";
import { documentOf } from "../testing/document.ts";
import { treeOf, write } from "../testing/workspace.ts";
import { writeAll } from "../workspace/files.ts";
import { pullRequestBody } from "./pull-request.ts";
import { grown, rules, run, workspace } from "./testing/acme.ts";

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
