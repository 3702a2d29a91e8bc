import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { documentOf, page, serveSite } from "./test-site.ts";
import { sha256 } from "./pages/pieces.ts";
import { pull } from "./pull.ts";
import { readRecords } from "./record.ts";
import { pullInto, treeOf, workspaceOf, write } from "./test-workspace.ts";

/** Documents as documentation sites print them: what canonical YAML has to give back byte for byte. */
const printed = [
  { vendor: "halls", title: "Get Visits of a Hall", operation: "GET /halls/{hall_id}/visits" },
  { vendor: "meetings", title: "Show a meeting.", operation: "GET /meetings/{meeting_id}" },
].map((each) => {
  const document = readFileSync(join(import.meta.dirname, "fixtures", `${each.vendor}.yaml`), "utf8");
  const info = each.operation.replace("GET", "https://files.acme.example/api.yml get");
  const fence = `\`\`\`\`yaml ${info}\n${document}\n\`\`\`\``;
  return {
    ...each,
    document,
    text: `> ## Index\n> All pages: /llms.txt\n\n# ${each.title}\n\n\n## OpenAPI\n\n${fence}`,
  };
});

test.each(printed)(
  "a page of $vendor gives its document, byte for byte",
  async ({ vendor, operation, document, text }) => {
    const root = workspaceOf({ "page.md": text });
    await pullInto(root, "page.md", { vendor });
    expect(treeOf(root)[`specs/${vendor}.yaml`]).toBe(document);
    expect(readRecords(root)[vendor]).toMatchObject({
      retrieved: "2026-01-02",
      sha256: { canonical: sha256(document) },
      operations: [operation],
      history: [sha256(document)],
    });
  },
);

test.each(printed)("a recorded filter finds the page of $vendor in an index", async (given) => {
  const { vendor, title, operation, document, text } = given;
  const site = await serveSite({ "/llms.txt": `- [${title}](/page.md)\n- [Other](/gone.md)\n`, "/page.md": text });
  const record = {
    sources: [{ from: `${site}/llms.txt`, pages: [title], only: [operation] }],
    retrieved: "2026-01-02",
    sha256: { raw: "", canonical: sha256(document) },
    operations: [operation],
    history: [sha256(document)],
  };
  const root = workspaceOf({
    [`specs/${vendor}.yaml`]: document,
    "specs/sources.json": JSON.stringify({ [vendor]: record }),
  });
  expect((await pull({ vendor, root })).outcome).toBe("unchanged");
});

test("pulling twice changes nothing: the date moves only when the content does", async () => {
  const root = workspaceOf({ "in/a.md": page("GET", "/a", documentOf("GET", "/a")) });
  expect((await pullInto(root, "in")).outcome).toBe("changed");
  const tree = treeOf(root);
  const again = await pullInto(root, "in", { today: "2026-02-03" });
  expect([again.outcome, again.files.size]).toEqual(["unchanged", 0]);
  write(root, { "in/a.md": `Other words.\n\n${tree["in/a.md"]}` });
  expect((await pullInto(root, "in", { today: "2026-02-03" })).outcome).toBe("unchanged");
  expect(treeOf(root)["specs/sources.json"]).toBe(tree["specs/sources.json"]);
  write(root, { "in/b.md": page("GET", "/b", documentOf("GET", "/b")) });
  expect((await pullInto(root, "in", { today: "2026-02-03" })).outcome).toBe("changed");
  expect(readRecords(root)["acme"]).toMatchObject({
    retrieved: "2026-02-03",
    operations: ["GET /a", "GET /b"],
    history: { length: 2 },
  });
});

test("another order of keys is not another content", async () => {
  const root = workspaceOf({ "a.yaml": `${documentOf("GET", "/a")}x-a: 1\nx-b: 2\n` });
  await pullInto(root, "a.yaml");
  write(root, { "a.yaml": `x-b: 2\n${documentOf("GET", "/a")}x-a: 1\n` });
  expect((await pullInto(root, "a.yaml")).outcome).toBe("unchanged");
});

test("another order of tags is not another content, when one page of many is pulled again", async () => {
  const tagged = (name: string): string =>
    documentOf("GET", `/${name}`, `      tags: [${name}]\ntags: [{ name: ${name} }]\n`);
  const all = `${documentOf("GET", "/b", "      tags: [b]\n  /a:\n    get: { operationId: geta, tags: [a], responses: { '200': { description: OK } } }\n")}tags: [{ name: b }, { name: a }]\n`;
  const root = workspaceOf({ "all.yaml": all, "b.yaml": tagged("b"), "a.yaml": tagged("a") });
  await pullInto(root, "all.yaml");
  expect((await pullInto(root, "b.yaml")).outcome).toBe("unchanged");
  expect((await pullInto(root, "a.yaml")).outcome).toBe("unchanged");
});

test("a content that was there before is not taken up, but with --accept", async () => {
  const [first, second] = [documentOf("GET", "/a"), documentOf("GET", "/a", "x-new: true\n")];
  const root = workspaceOf({ "a.yaml": first });
  await pullInto(root, "a.yaml");
  write(root, { "a.yaml": second });
  await pullInto(root, "a.yaml");
  write(root, { "a.yaml": first });
  const tree = treeOf(root);
  expect((await pullInto(root, "a.yaml")).outcome).toBe("seen");
  expect(treeOf(root)).toEqual(tree);
  expect((await pullInto(root, "a.yaml", { accept: true, today: "2026-03-04" })).outcome).toBe("changed");
  expect(readRecords(root)["acme"]).toMatchObject({
    retrieved: "2026-03-04",
    sha256: { canonical: sha256(first) },
    history: [sha256(first), sha256(second)],
  });
});

test("merging is additive; --complete is not; --only slices", async () => {
  const both = `${documentOf("GET", "/rooms")}  /users:\n    get:\n      responses: {}\n`;
  const root = workspaceOf({
    "both.yaml": both,
    "rooms.md": page("GET", "/rooms", documentOf("GET", "/rooms")),
  });
  expect((await pullInto(root, "both.yaml", { only: ["/room"] })).operations).toEqual(["GET /rooms"]);
  expect((await pullInto(root, "both.yaml", { only: ["get /users"] })).operations).toEqual([
    "GET /rooms",
    "GET /users",
  ]);
  expect((await pullInto(root, "rooms.md")).outcome).toBe("unchanged");
  expect((await pullInto(root, "rooms.md", { complete: true, accept: true })).operations).toEqual(["GET /rooms"]);
});

test("several sources are merged, and a conflict between them names both", async () => {
  const root = workspaceOf({
    "a.yaml": documentOf("GET", "/a"),
    "b.yaml": documentOf("GET", "/b"),
    "c.yaml": documentOf("GET", "/c").replace("Acme", "Other"),
  });
  const { operations } = await pullInto(root, "b.yaml", { from: ["b.yaml", "a.yaml"] });
  expect(operations).toEqual(["GET /a", "GET /b"]);
  await expect(pullInto(root, "a.yaml", { from: ["a.yaml", "c.yaml"] })).rejects.toThrow(
    "a.yaml and c.yaml contradict each other at /info/title",
  );
});

test("values that look like something else stay what they are", async () => {
  const odd = [
    "'2021-03-26T17:51:59Z'",
    "2021-03-26",
    "'0777'",
    "'0o17'",
    "'yes'",
    "off",
    "'null'",
    "'1e3'",
    "'190:20:30'",
    "''",
    "'='",
  ];
  const list = odd.map((value) => `  - ${value}\n`).join("");
  const root = workspaceOf({
    "a.yaml": documentOf("GET", "/a", `x-odd:\n${list}x-keys: { 404: a, 0x1: b, yes: c, on: d }\n`),
  });
  const { after } = await pullInto(root, "a.yaml");
  const { load } = await import("js-yaml");
  const read = load(after) as { "x-odd": unknown[]; "x-keys": object };
  expect(read["x-odd"]).toEqual(odd.map((value) => value.replaceAll("'", "")));
  expect(Object.keys(read["x-keys"])).toEqual(["1", "404", "yes", "on"]);
  expect((await pullInto(root, "specs/acme.yaml")).outcome).toBe("unchanged");
});

test("what points at nothing is reported", async () => {
  const notes: string[] = [];
  const root = workspaceOf({
    "a.yaml": documentOf("GET", "/a", "        '404':\n          $ref: '#/components/responses/Lost'\n"),
  });
  await pullInto(root, "a.yaml", { note: (line) => notes.push(line) });
  expect(notes).toEqual([
    'The reference at /paths/~1a/get/responses/404/$ref points at nothing: "#/components/responses/Lost".',
  ]);
});

test("what a pull keeps, and what it does not remember, is told", async () => {
  const notes: string[] = [];
  const root = workspaceOf({ "a.yaml": documentOf("GET", "/a"), "b.yaml": documentOf("GET", "/b") });
  const note = (line: string) => notes.push(line);
  await pullInto(root, "a.yaml", { note });
  expect(notes).toEqual([]);
  await pullInto(root, "b.yaml", { note });
  expect(notes).toEqual([
    "GET /a of specs/acme.yaml: not in what was pulled, and stays. --complete takes it out.",
    "--from holds for this run: specs/sources.json still names a.yaml.",
  ]);
  notes.length = 0;
  await pullInto(root, "a.yaml", { complete: true, accept: true, note });
  expect(notes).toEqual([]);
});

test("a number that would not be kept as it is written is reported", async () => {
  const notes: string[] = [];
  const limit = "        '404':\n          description: No\n          x-limit: 9223372036854775807\n";
  const root = workspaceOf({ "a.yaml": documentOf("GET", "/a", limit), "b.yaml": documentOf("GET", "/b", limit) });
  const note = (line: string) => notes.push(line);
  await pullInto(root, "a.yaml", { from: ["a.yaml", "b.yaml"], only: ["/a"], note });
  expect(notes).toEqual([
    "a.yaml#/paths/~1a/get/responses/404/x-limit is 9223372036854775807: no number holds it, so the document has it rounded.",
  ]);
});
