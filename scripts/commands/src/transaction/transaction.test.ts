import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Problem } from "@x/openapi";
import { treeOf, workspaceOf } from "../testing/workspace.ts";
import { newFile, oldFile, open, sha256 } from "./journal.ts";
import { FOLDER } from "./lock.ts";
import { self } from "./owner.ts";
import { settle, SPECS, transaction } from "./transaction.ts";

const files = { "specs/acme.yaml": "old", "specs/sources.json": "{}", "packages/acme/src/index.ts": "code" };

/** What a run asks for: one file changed, one new in new folders, a folder removed. */
function changesIn(root: string): Map<string, string | undefined> {
  return new Map([
    [join(root, "specs/sources.json"), "{ }"],
    [join(root, "specs/acme.yaml"), "new"],
    [join(root, "packages/other/src/index.ts"), "more"],
    [join(root, "packages/acme"), undefined],
  ]);
}

test("changes all, the record last, and leaves nothing else", async () => {
  const root = workspaceOf(files);
  const changed = await transaction(root, SPECS, (commit) => commit(changesIn(root)));
  expect(changed.at(-1)).toBe(join(root, "specs/sources.json"));
  expect(treeOf(root)).toEqual({
    "packages/other/src/index.ts": "more",
    "specs/acme.yaml": "new",
    "specs/sources.json": "{ }",
  });
  expect(readdirSync(root).toSorted()).toEqual(["packages", "specs"]);
  expect(await transaction(root, SPECS, (commit) => commit(changesIn(root)))).toEqual([]);
});

test.each([
  [
    "a file that is read-only",
    (root: string) => chmodSync(join(root, "specs/acme.yaml"), 0o444),
    "specs/acme.yaml is read-only",
  ],
  [
    "a folder that can't be written in",
    (root: string) => chmodSync(join(root, "packages"), 0o555),
    "packages is a folder that",
  ],
  [
    "a file, where a folder should be",
    (root: string) => writeFileSync(join(root, "packages/other"), ""),
    "packages/other is a file",
  ],
  [
    "a folder, where a file should be",
    (root: string) => mkdirSync(join(root, "packages/other/src/index.ts"), { recursive: true }),
    "src/index.ts is a folder",
  ],
])("refuses %s in one sentence, and leaves all as it was", async (_, spoil, words) => {
  const root = workspaceOf(files);
  spoil(root);
  const before = treeOf(root);
  const failure = await transaction(root, SPECS, (commit) => commit(changesIn(root))).catch(
    (thrown: unknown) => thrown,
  );
  expect(failure).toBeInstanceOf(Problem);
  expect((failure as Problem).message).toContain(words);
  expect((failure as Problem).message).not.toContain("\n");
  expect(treeOf(root)).toEqual(before);
  expect(existsSync(join(root, FOLDER))).toBe(false);
  chmodSync(join(root, "packages"), 0o755);
});

/** A run that was killed with its journal open: one file renamed, one not. */
function interrupted(root: string): void {
  const work = join(root, FOLDER, SPECS, "work");
  mkdirSync(work, { recursive: true });
  writeFileSync(oldFile(work, 0), "old");
  writeFileSync(newFile(work, 1), "{ }");
  writeFileSync(oldFile(work, 1), "{}");
  open(work, {
    folders: ["specs/more"],
    entries: [
      { path: "specs/acme.yaml", sha256: sha256("new"), existed: true },
      { path: "specs/sources.json", sha256: sha256("{ }"), existed: true },
      { path: "specs/more/new.yaml", sha256: sha256("more"), existed: false },
    ],
  });
  mkdirSync(join(root, "specs/more"));
  writeFileSync(join(root, "specs/more/new.yaml"), "more");
  writeFileSync(join(root, "specs/acme.yaml"), "new");
}

test("what an interrupted run did is undone by the next, of whatever kind", async () => {
  const root = workspaceOf(files);
  for (const next of [() => settle(root, SPECS), () => transaction(root, "other", () => undefined)]) {
    interrupted(root);
    await next();
    expect(treeOf(root)).toEqual(files);
    expect(readdirSync(join(root, "specs"))).not.toContain("more");
    expect(existsSync(join(root, FOLDER))).toBe(false);
  }
});

test("what somebody wrote since stays", async () => {
  const root = workspaceOf(files);
  interrupted(root);
  writeFileSync(join(root, "specs/acme.yaml"), "mended by hand");
  await settle(root, SPECS);
  expect(treeOf(root)).toEqual({ ...files, "specs/acme.yaml": "mended by hand" });
});

test("a second run is refused at once, and told which process has the lock", async () => {
  const root = workspaceOf(files);
  await transaction(root, SPECS, async () => {
    await expect(transaction(root, SPECS, () => undefined)).rejects.toThrow(
      `Another run (process ${process.pid}) is at work`,
    );
    // Something else is not held up.
    await transaction(root, "other", () => undefined);
  });
  expect(existsSync(join(root, FOLDER))).toBe(false);
});

test("the lock of a process that ended is nobody's; that of another with its number neither", async () => {
  const root = workspaceOf(files);
  const child = spawn(process.execPath, ["-e", ""]);
  const { pid } = child;
  await once(child, "exit");
  const reused = `${self.split("-")[0]}-1`;
  const none = ["0-5", "-1", "abc", `${pid}-`];
  for (const owner of process.platform === "linux" ? [...none, reused] : none) {
    mkdirSync(join(root, FOLDER, SPECS), { recursive: true });
    writeFileSync(join(root, FOLDER, SPECS, `lock-${owner}`), "");
    await transaction(root, SPECS, () => undefined);
    expect(existsSync(join(root, FOLDER))).toBe(false);
  }
});

test.each([
  ["empty", ""],
  ["cut short", '{"entries":['],
  ["of a path outside", JSON.stringify({ entries: [{ path: "../victim", existed: true }], folders: [] })],
  ["of a folder outside", JSON.stringify({ entries: [], folders: ["a/../../victim"] })],
])("a journal that is %s is told, and nothing is undone by it", async (_, text) => {
  const root = join(workspaceOf({ "root/specs/acme.yaml": "old" }), "root");
  const work = join(root, FOLDER, SPECS, "work");
  mkdirSync(work, { recursive: true });
  writeFileSync(oldFile(work, 0), "evil");
  writeFileSync(join(work, "journal.json"), text);
  const told = await settle(root, SPECS).catch((thrown: unknown) => thrown);
  expect(told).toBeInstanceOf(Problem);
  expect((told as Problem).message).toContain(".transaction/specs/work/journal.json is no journal of ours.");
  expect(readdirSync(join(root, "..")).toSorted()).toEqual(["root"]);
});
