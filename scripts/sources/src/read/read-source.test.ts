import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultBounds } from "./bounds.ts";
import type { Bounds } from "./bounds.ts";
import { Budget } from "./budget.ts";
import { readSource } from "./read-source.ts";
import type { Source } from "./read-source.ts";
import { documentOf, page, serveSite } from "../test-site.ts";
import { workspaceOf } from "../test-workspace.ts";

const rooms = documentOf("GET", "/rooms");
const users = documentOf("GET", "/users");

async function read(source: Source, base = "/", bounds: Partial<Bounds> = {}) {
  const notes: string[] = [];
  const steps: string[] = [];
  const all = { ...defaultBounds, ...bounds };
  const pieces = await readSource(source, {
    base,
    bounds: all,
    budget: new Budget(all.maxTotalBytes),
    note: (line) => notes.push(line),
    progress: (done, total) => steps.push(`${done}/${total}`),
  });
  const paths = pieces.flatMap(({ document }) => Object.keys(document["paths"] ?? {})).toSorted();
  return { paths, sources: pieces.map((piece) => piece.source).toSorted(), notes, steps };
}

test("reads one page, and a whole document in YAML or JSON, from a file", async () => {
  const json = JSON.stringify({ openapi: "3.1.0", info: {}, paths: { "/a": {}, "/b": {} } });
  const base = workspaceOf({ "rooms.txt": page("get", "/rooms", rooms), users: users, "api.md": json });
  expect(await read({ from: "rooms.txt" }, base)).toMatchObject({
    paths: ["/rooms"],
    sources: ["rooms.txt"],
  });
  expect((await read({ from: join(base, "users") }, base)).paths).toEqual(["/users"]);
  expect((await read({ from: `file://${base}/api.md` }, base)).paths).toEqual(["/a", "/b"]);
});

test("reads a folder: pages and documents, told by content, passing over guides, indexes, images and dot files", async () => {
  const base = workspaceOf({
    "in/rooms.md": page("GET", "/rooms", rooms),
    "in/deep/users.yaml": users,
    "in/guide.md": "# Guide\n",
    "in/llms.txt": "- [Rooms](https://docs.example/rooms.md)\n",
    "in/logo.png": Buffer.from([0x89, 0xff]),
    "in/.hidden.md": "<html>",
    "in/.git/page.md": "<html>",
    "beside/page.md": "<html>",
    "outside.md": "<html>",
  });
  symlinkSync(join(base, "outside.md"), join(base, "in/link.md"));
  symlinkSync(join(base, "beside"), join(base, "in/to-a-folder"));
  symlinkSync(".", join(base, "in/round"));
  const found = await read({ from: "in" }, base);
  expect(found.paths).toEqual(["/rooms", "/users"]);
  expect(found.notes).toEqual(["2 of 4 pages of in hold no OpenAPI."]);
});

test("follows an index in its own origin, with nested ones, and passes over the document beside the pages", async () => {
  let elsewhere = 0;
  const other = await serveSite({ "/users.md": () => (elsewhere += 1) });
  const site = await serveSite({
    "/llms.txt": `# Acme\n- [Rooms](/rooms.md#top)\n- [Rooms again](rooms.md)\n- [Guide](/guide.md)\n- [Away](${other}/users.md)\n- [Mail](mailto:a@b.c)\n- [API](/openapi.yaml)\n- [More](/more/llms.txt)\n`,
    "/more/llms.txt": "- [Users](users.md)\n- [Back](/llms.txt)\n",
    "/rooms.md": page("GET", "/rooms", rooms),
    "/more/users.md": page("GET", "/users", users),
    "/guide.md": "# Guide\n\n- [Rooms](/nowhere.md)\n",
    "/openapi.yaml": rooms,
  });
  const found = await read({ from: `${site}/llms.txt` });
  expect(found.paths).toEqual(["/rooms", "/users"]);
  expect(found.notes).toEqual([
    `2 links of ${site}/llms.txt lead elsewhere and are not followed.`,
    `1 of 4 pages of ${site}/llms.txt hold no OpenAPI.`,
    `1 whole documents beside the pages of ${site}/llms.txt are passed over.`,
  ]);
  expect(found.steps.at(-1)).toBe("4/4");
  expect(elsewhere).toBe(0);
});

test("takes the documents of an index that lists no pages", async () => {
  const site = await serveSite({ "/llms.txt": "- [API](/openapi.json)\n", "/openapi.json": rooms });
  expect((await read({ from: `${site}/llms.txt` })).paths).toEqual(["/rooms"]);
});

test("reads only the pages that are named, and parses only the operations that are wanted", async () => {
  const site = await serveSite({
    "/llms.txt": "- [Rooms](/a.md)\n- [Users](/api/users.md)\n- [Broken](/gone.md)\n",
    "/a.md": page("GET", "/rooms", rooms) + page("GET", "/broken", "{"),
    "/api/users.md": page("GET", "/users", users),
  });
  const found = await read({
    from: `${site}/llms.txt`,
    pages: ["Rooms", "/api/"],
    only: ["GET /rooms", "/users"],
  });
  expect(found.paths).toEqual(["/rooms", "/users"]);
  await expect(read({ from: `${site}/llms.txt`, pages: ["Lost"] })).rejects.toThrow("lists no page named Lost");
});

test("follows a saved index only inside its folder", async () => {
  const elsewhere = ["../secret.md", "..%2fsecret.md", "link.md", "file://host/a.md", "https://docs.example/x.md"];
  const base = workspaceOf({
    "docs/llms.txt": ["rooms.md", ...elsewhere].map((target) => `- [Page](${target})\n`).join(""),
    "docs/rooms.md": page("GET", "/rooms", rooms),
    "secret.md": page("GET", "/users", users),
  });
  symlinkSync("../secret.md", join(base, "docs/link.md"));
  const { paths, notes } = await read({ from: "docs/llms.txt" }, base);
  expect(paths).toEqual(["/rooms"]);
  expect(notes).toEqual([expect.stringMatching(/^5 links of .* lead elsewhere and are not followed\.$/)]);
});

test("has at most so many requests under way", async () => {
  let now = 0;
  let most = 0;
  const answers = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `/${index}.md`,
      (response: import("node:http").ServerResponse) => {
        most = Math.max(most, (now += 1));
        setImmediate(() => {
          now -= 1;
          response.end(page("GET", `/r${index}`, documentOf("GET", `/r${index}`)));
        });
      },
    ]),
  );
  const list = Object.keys(answers).map((path) => `- [Page](${path})`);
  const site = await serveSite({ "/llms.txt": list.join("\n"), ...answers });
  expect((await read({ from: `${site}/llms.txt` }, "/", { parallel: 3 })).paths).toHaveLength(12);
  expect(most).toBeLessThanOrEqual(3);
});

test.each([
  ["a page that is gone", "# 404", 404, "/page.md answered 404"],
  ["a page of HTML", "<!doctype html>", 200, "/page.md is HTML"],
  ["a truncated page", page("GET", "/rooms", rooms).slice(0, -8), 200, "/page.md is truncated"],
  ["a page whose YAML is broken", page("GET", "/rooms", "a: [1"), 200, "/page.md is not valid YAML"],
  [
    "a page without what it announces",
    page("POST", "/rooms", rooms),
    200,
    "announces POST /rooms above a document without it",
  ],
  ["a page of Swagger", page("GET", "/rooms", "swagger: '2.0'\npaths: {}"), 200, "/page.md#/openapi is undefined"],
])("fails the whole index on %s, naming it", async (_, text, status, message) => {
  const site = await serveSite({
    "/llms.txt": "- [Page](/page.md)\n- [Users](/users.md)\n",
    "/page.md": (response) => response.writeHead(status).end(text),
    "/users.md": page("GET", "/users", users),
  });
  await expect(read({ from: `${site}/llms.txt` })).rejects.toThrow(message);
});

test("refuses a huge index before it reads a page", async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => `- [Page](/page-${index}.md)`);
  const site = await serveSite({ "/llms.txt": lines.join("\n") });
  await expect(read({ from: `${site}/llms.txt` })).rejects.toThrow("lists more than 3000 pages");
});

test.each([
  ["nowhere.md", "nowhere.md does not exist."],
  ["guide.md", "is neither an OpenAPI document, nor a page"],
  ["nothing.yaml", "nothing.yaml is empty."],
  ["swagger.yaml", "is Swagger 2.0"],
  ["empty", "holds no Markdown, text, YAML or JSON file"],
  ["guides", "guides leads to no OpenAPI at all."],
  ["https://", '"https://" is not a valid URL.'],
  ["big.yaml", "big.yaml is bigger than 2000 bytes"],
])("says what is wrong with %s", async (from, message) => {
  const base = workspaceOf({
    "guide.md": "# Guide\n",
    "nothing.yaml": "\n",
    "swagger.yaml": "swagger: '2.0'\npaths: {}\n",
    "guides/a.md": "# Guide\n",
    "empty/logo.png": "",
    "big.yaml": `openapi: 3.0.0\n${"#".repeat(2_000)}\n`,
  });
  await expect(read({ from }, base, { maxBytes: 2_000 })).rejects.toThrow(message);
});
