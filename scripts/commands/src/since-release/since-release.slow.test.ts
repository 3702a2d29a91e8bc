import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { generateFiles, vendorNames } from "@x/generator";
import type { JsonObject } from "@x/openapi";
import { expect, test } from "vitest";
import { lastRelease } from "./last-release.ts";
import { unannounced } from "./unannounced.ts";
import { workspaceOf, write } from "../testing/workspace.ts";
import { root } from "../workspace/files.ts";

test("what users have still compiles on the packages as they stand, or a changeset says that it is a major", async () => {
  const commit = lastRelease(root);
  // A repository of one commit has no users.
  expect(commit === undefined ? [] : await unannounced(root, commit, vendorNames(root))).toEqual([]);
});

const FOLDER = "packages/shelf/src/generated";

/** The generated files of a made-up vendor, whose books have these properties. */
async function shelf(properties: JsonObject): Promise<{ [path: string]: string }> {
  const schema: JsonObject = { type: "object", properties };
  const { files } = await generateFiles(
    {
      openapi: "3.1.1",
      info: { title: "Shelf", version: "1" },
      servers: [{ url: "https://shelf.example" }],
      paths: {
        "/book": {
          get: {
            operationId: "getBook",
            responses: { 200: { description: "", content: { "application/json": { schema } } } },
          },
        },
      },
    },
    "specs/shelf.yaml",
  );
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text as string]));
}

function commitAll(folder: string, message: string): string {
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" }).trim();
  const own = ["-c", "user.name=nobody", "-c", "user.email=nobody@example.com", "-c", "commit.gpgsign=false"];
  git("add", "--all");
  git(...own, "commit", "--quiet", "--allow-empty", "--message", message);
  return git("rev-parse", "HEAD");
}

const text: JsonObject = { type: "string" };
const changeset = (bump: string): string => `---\n"@x/shelf": ${bump}\n---\n\nBooks.\n`;

test("a generator that takes something away is red until a changeset calls it a major", async () => {
  const folder = workspaceOf({ ...(await shelf({ title: text, isbn: text })), ".changeset/a.md": changeset("minor") });
  execFileSync("git", ["init", "--quiet", "--initial-branch=main"], { cwd: folder });
  const commit = commitAll(folder, "first");
  expect(await unannounced(folder, commit, ["shelf"])).toEqual([]);
  write(folder, await shelf({ title: text, isbn: text, pages: { type: "integer" } }));
  expect(await unannounced(folder, commit, ["shelf"])).toEqual([]);
  write(folder, await shelf({ title: text }));
  const [told = ""] = await unannounced(folder, commit, ["shelf"]);
  expect(told).toContain("packages/shelf");
  expect(told).toContain("'isbn'");
  write(folder, { ".changeset/b.md": changeset("major") });
  expect(await unannounced(folder, commit, ["shelf"])).toEqual([]);
  // What has no package at that commit is new.
  rmSync(join(folder, ".changeset/b.md"));
  execFileSync("git", ["rm", "--quiet", "-r", "--cached", FOLDER], { cwd: folder });
  expect(await unannounced(folder, commitAll(folder, "without"), ["shelf"])).toEqual([]);
});

test("users have what was last released; before that, what the branch began with", () => {
  const folder = workspaceOf({ ".changeset/README.md": "", ".changeset/a.md": changeset("minor") });
  const git = (...args: string[]): void => void execFileSync("git", args, { cwd: folder });
  git("init", "--quiet", "--initial-branch=main");
  const first = commitAll(folder, "first");
  expect(lastRelease(folder)).toBeUndefined();
  const second = commitAll(folder, "second");
  expect(lastRelease(folder)).toBe(first);
  git("switch", "--quiet", "--create", "branch");
  commitAll(folder, "third");
  commitAll(folder, "fourth");
  expect(lastRelease(folder)).toBe(second);
  // A changeset that is taken back releases nothing.
  rmSync(join(folder, ".changeset/a.md"));
  commitAll(folder, "taken back");
  expect(lastRelease(folder)).toBe(second);
  write(folder, { ".changeset/b.md": changeset("minor") });
  commitAll(folder, "another");
  rmSync(join(folder, ".changeset/b.md"));
  write(folder, { "packages/shelf/CHANGELOG.md": "# 1.1.0\n" });
  const released = commitAll(folder, "Version packages");
  commitAll(folder, "later");
  expect(lastRelease(folder)).toBe(released);
});
