import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root as repository } from "../workspace/files.ts";
import { treeOf, workspaceOf, write } from "../testing/workspace.ts";
import { documentOf } from "../testing/document.ts";
import { createSteps } from "../update/steps.ts";
import { removeVendor } from "../remove/remove.ts";
import { addVendor } from "./add.ts";

const document = documentOf(
  "GET",
  "/rooms/{room_id}",
  `      summary: Shows a room.
      parameters:
        - { name: room_id, in: path, required: true, schema: { type: string } }
        - { name: x-trace, in: header, required: true, schema: { type: string } }
      security: [{ key: [] }]
components:
  securitySchemes:
    key: { type: http, scheme: bearer }
`,
);

/** A workspace with one vendor to go by. */
function workspace(): string {
  const root = workspaceOf({ "redocly.yaml": "rules: { no-unresolved-refs: error }\n", "acme.yaml": document });
  const { pagecall } = JSON.parse(readFileSync(join(repository, "specs/sources.json"), "utf8"));
  write(root, { "specs/sources.json": `${JSON.stringify({ pagecall }, undefined, 2)}\n` });
  for (const path of ["specs/pagecall.yaml", "packages/pagecall"]) {
    const filter = (from: string): boolean => !/\/(?:node_modules|dist|\.turbo)$/.test(from);
    cpSync(join(repository, path), join(root, path), { recursive: true, filter });
  }
  return root;
}

function add(root: string, name: string, from: string): Promise<string[]> {
  const steps = createSteps(() => undefined);
  return addVendor({ root, name, pulling: { from: [from], today: "2026-01-02" }, steps });
}

test("makes the files that the other vendors have, and no other", async () => {
  const root = workspace();
  const before = treeOf(root);
  await add(root, "acme-rooms", "acme.yaml");
  const after = treeOf(root);
  const fresh = Object.keys(after).filter((path) => !(path in before));
  const shape = Object.keys(before)
    .filter((path) => /^packages\/pagecall\/(?!test\/(?!contract))/.test(path))
    .map((path) => path.replace("pagecall", "acme-rooms"));
  expect(fresh.filter((path) => path.startsWith("packages/")).toSorted()).toEqual(
    [...new Set([...shape, "packages/acme-rooms/README.md", "packages/acme-rooms/test/acme-rooms.test.ts"])].toSorted(),
  );
  expect(fresh.filter((path) => !path.startsWith("packages/"))).toEqual([
    ".changeset/acme-rooms-first-release.md",
    "specs/acme-rooms.yaml",
  ]);
  expect(Object.keys(before).filter((path) => before[path] !== after[path])).toEqual(["specs/sources.json"]);
  const written = fresh.map((path) => `${path}\n${after[path]}`).join("\n");
  expect(written).not.toMatch(/pagecall/i);
  expect(JSON.parse(after["specs/sources.json"] ?? "")["acme-rooms"].sources).toEqual([{ from: "acme.yaml" }]);
  expect(after["packages/acme-rooms/README.md"]).toContain(
    'await acmeRooms.getroomsroomId({ path: { room_id: "…" }, header: { "x-trace": "…" } });',
  );
  // A list that a long scope makes wrap is one line.
  const index =
    after["packages/acme-rooms/src/index.ts"]
      ?.trimEnd()
      .replaceAll(/\{(?:\n +\w+,)+\n\}/g, "{}")
      .split("\n") ?? [];
  expect(index.length).toBeLessThan(30);
});

const stray = {
  "packages/.DS_Store": "\0",
  "packages/Thumbs.db": "\0",
  "packages/pagecall/x-pagecall-1.0.0.tgz": "\u{1f}",
  "packages/pagecall/src/index.ts~": "old",
  "packages/pagecall/src/.index.ts.swp": "old",
  "packages/pagecall/src/generated/.DS_Store": "\0",
  "packages/pagecall/notes.txt": "mine",
  "specs/.pagecall.yaml.swp": "old",
  "specs/pagecall.yaml~": "old",
  "specs/#pagecall.yaml#": "old",
  "specs/Copy of pagecall.yaml": "old",
};

test("what lies about beside the files of the workspace stops nothing and gets nowhere", async () => {
  const root = workspace();
  await add(root, "acme", "acme.yaml");
  const clean = treeOf(root);
  const second = workspace();
  write(second, stray);
  symlinkSync("me@here.1", join(second, "specs/.#pagecall.yaml"));
  mkdirSync(join(second, "packages/empty"));
  await add(second, "acme", "acme.yaml");
  expect(treeOf(second)).toEqual({ ...clean, ...stray });
});

test("added again of the same document, nothing is new; removed, all is as before", async () => {
  const root = workspace();
  const before = treeOf(root);
  await add(root, "acme", "acme.yaml");
  expect(await add(root, "acme", "acme.yaml")).toEqual([]);
  write(root, { "packages/acme/dist/index.js": "built", "packages/acme/node_modules/x.js": "installed" });
  await removeVendor(root, "acme");
  expect(treeOf(root)).toEqual(before);
  expect(readdirSync(join(root, "packages"))).toEqual(["pagecall"]);
});

test.each([
  ["acme", {}, 'There is no vendor "acme"'],
  ["../packages", {}, "There is no vendor"],
  [
    "pagecall",
    { "packages/all/package.json": '{"name":"@x/all","devDependencies":{"@x/pagecall":"*"}}' },
    "packages/pagecall is needed by @x/all",
  ],
  [
    "pagecall",
    { ".changeset/two.md": '---\n"@x/pagecall": minor\n"@x/client": minor\n---\n\nBoth.\n' },
    ".changeset/two.md is about @x/pagecall and others",
  ],
])("does not remove %s beside %j", async (name, files, message) => {
  const root = workspace();
  write(root, files);
  const before = treeOf(root);
  await expect(removeVendor(root, name)).rejects.toThrow(message);
  expect(treeOf(root)).toEqual(before);
});

test.each([
  [
    "pagecall",
    "acme.yaml",
    "packages/pagecall already exists. A new document of it is taken up by: pnpm specs update pagecall",
  ],
  ["Acme", "acme.yaml", '"Acme" cannot name a package'],
  ["client", "acme.yaml", '"client" cannot name a vendor: it is a name of the workspace itself (client, '],
  ["differ", "acme.yaml", '"differ" cannot name a vendor'],
  ["scripts", "acme.yaml", '"scripts" cannot name a vendor'],
  ["root", "acme.yaml", '"root" cannot name a vendor'],
  ["acme", "gone.yaml", 'acme: the step "pull" failed. Nothing was changed.\ngone.yaml does not exist.'],
  ["acme", "redocly.yaml", 'acme: the step "pull" failed. Nothing was changed.\nredocly.yaml is neither'],
])("refuses %s from %s, and leaves everything as it was", async (name, from, message) => {
  const root = workspace();
  write(root, { "packages/client/package.json": "{}", "scripts/differ/package.json": "{}" });
  const before = treeOf(root);
  await expect(add(root, name, from)).rejects.toThrow(message);
  expect(treeOf(root)).toEqual(before);
});
