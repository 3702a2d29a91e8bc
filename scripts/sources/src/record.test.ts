import { join } from "node:path";
import { expect, test } from "vitest";
import { documentOf, serveSite } from "./test-site.ts";
import type { PullOptions } from "./pull-options.ts";
import { readRecords } from "./record.ts";
import { pullInto, treeOf, workspaceOf, write } from "./test-workspace.ts";

test("records sources that can be found again: URLs, and files of the workspace by their path in it", async () => {
  const site = await serveSite({ "/a.yaml": documentOf("GET", "/a") });
  const root = workspaceOf({ "in/b.yaml": documentOf("GET", "/b") });
  const outside = workspaceOf({ "c.yaml": documentOf("GET", "/c") });
  const notes: string[] = [];
  const from = [`${site}/a.yaml`, "b.yaml", join(outside, "c.yaml")];
  await pullInto(root, "", { from, base: join(root, "in"), only: ["/"], note: (line) => notes.push(line) });
  expect(readRecords(root)["acme"]?.sources).toEqual([
    { from: `${site}/a.yaml`, only: ["/"] },
    { from: "in/b.yaml", only: ["/"] },
  ]);
  expect(notes).toEqual([expect.stringContaining("c.yaml is only on this machine")]);
});

test("a document edited by hand is put right without a new date", async () => {
  const root = workspaceOf({ "a.yaml": documentOf("GET", "/a") });
  await pullInto(root, "a.yaml");
  const tree = treeOf(root);
  write(root, { "specs/acme.yaml": documentOf("GET", "/a", "x-mine: true\n") });
  const notes: string[] = [];
  await pullInto(root, "a.yaml", { today: "2026-02-03", note: (line) => notes.push(line) });
  expect(treeOf(root)).toEqual(tree);
  expect(notes).toEqual(["specs/acme.yaml is not what was pulled last: it was edited by hand."]);
});

test.each<[options: Partial<PullOptions>, message: string]>([
  [{ vendor: "telnix", create: false }, 'There is no vendor "telnix". Known are: none.'],
  [{ vendor: "../x" }, '"../x" cannot name a vendor'],
  [{ from: [] }, "names no source for acme. Give one with --from."],
  [{ only: ["rooms"] }, '--only "rooms" is neither a path prefix'],
  [{ only: ["/none", "GET /no"] }, "a.yaml: no operation that matches /none or GET /no."],
])("refuses %j", async (options, message) => {
  const root = workspaceOf({ "a.yaml": documentOf("GET", "/a") });
  const tree = treeOf(root);
  await expect(pullInto(root, "a.yaml", options)).rejects.toThrow(message);
  expect(treeOf(root)).toEqual(tree);
});

test("refuses a record that is damaged", async () => {
  const root = workspaceOf({
    "a.yaml": documentOf("GET", "/a"),
    "specs/sources.json": '{"acme": {"sources": []}}',
  });
  await expect(pullInto(root, "a.yaml")).rejects.toThrow("specs/sources.json#/acme needs");
});
