import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../workspace/files.ts";
import { checkedTasks } from "./checked-tasks.ts";

interface Task {
  readonly taskId: string;
  readonly hash: string;
  readonly envMode: string;
  readonly resolvedTaskDefinition: { readonly cache: boolean };
}

const turbo = join(root, "node_modules/.bin/turbo");
const packages = ["packages", "scripts"].flatMap((parent) =>
  readdirSync(join(root, parent)).filter((name) => existsSync(join(root, parent, name, "package.json"))),
);
let folder: string;
let before: ReadonlyMap<string, string>;

/** What turbo would run for `pnpm run check` in the copy. */
function plan(variables: Readonly<Record<string, string>> = {}): readonly Task[] {
  const ours = Object.entries(process.env).filter(([name]) => !/^(TURBO_|CONTRACT_SPEC_DIR$)/.test(name));
  const env = { ...Object.fromEntries(ours), TURBO_TELEMETRY_DISABLED: "1", ...variables };
  const options = { cwd: folder, env, encoding: "utf8", maxBuffer: 2 ** 26, stdio: "pipe" } as const;
  const text = execFileSync(turbo, ["run", ...checkedTasks(), "--dry=json"], options);
  return (JSON.parse(text) as { tasks: Task[] }).tasks;
}

function hashes(variables?: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(plan(variables).map(({ taskId, hash }) => [taskId, hash]));
}

/** The tasks that an edit runs again. */
function changedBy(after: ReadonlyMap<string, string>): string[] {
  return [...after.keys()].filter((task) => after.get(task) !== before.get(task));
}

/** The packages whose tests are run again. */
function testsAmong(tasks: readonly string[]): string[] {
  return tasks.flatMap((task) => /^@x\/(.+)#test$/.exec(task)?.[1] ?? []).toSorted();
}

/** Adds a line to a file of the copy, sees what that runs again, and takes it away. */
function edited(path: string): string[] {
  const file = join(folder, path);
  const text = readFileSync(file);
  appendFileSync(file, "\n");
  try {
    return changedBy(hashes());
  } finally {
    writeFileSync(file, text);
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "task-graph-"));
  const git = (cwd: string, ...args: string[]): string => execFileSync("git", args, { cwd, encoding: "utf8" });
  const files = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0");
  for (const file of files) if (file && existsSync(join(root, file))) cpSync(join(root, file), join(folder, file));
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  before = hashes();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vendors = ["pagecall", "telnyx-video"];
const aboveVendors = [...vendors, "commands", "sessions"];

test.each([
  ["specs/pagecall.yaml", ["commands", "pagecall", "sessions"]],
  ["specs/telnyx-video.yaml", ["commands", "sessions", "telnyx-video"]],
  ["packages/client/src/index.ts", ["client", "differ", "generator", ...aboveVendors]],
  ["packages/client/src/create-client.test.ts", ["client"]],
  ["packages/mock/src/index.ts", ["contract", "mock", ...aboveVendors]],
  ["packages/pagecall/src/index.ts", ["commands", "pagecall", "sessions"]],
  ["packages/pagecall/src/generated/operations.ts", ["commands", "pagecall", "sessions"]],
  ["packages/telnyx-video/test/telnyx-video.test.ts", ["telnyx-video"]],
  ["packages/telnyx-video/examples/service/src/main.ts", []],
  ["packages/client/examples/vite-proxy/src/main.ts", []],
  ["packages/mock/examples/vitest/src/rooms.ts", []],
  ["packages/sessions/examples/next/lib/sessions.ts", []],
  ["packages/sessions/src/index.ts", ["commands", "sessions"]],
  ["scripts/openapi/src/index.ts", ["contract", "differ", "generator", "openapi", "sources", ...aboveVendors]],
  ["scripts/sources/src/index.ts", ["commands", "sources"]],
  ["scripts/sources/src/fixtures/halls.yaml", ["commands", "sources"]],
  ["scripts/generator/src/index.ts", ["differ", "generator", ...aboveVendors]],
  ["scripts/differ/src/index.ts", ["commands", "differ"]],
  ["scripts/contract/src/index.ts", ["contract", ...aboveVendors]],
  ["scripts/commands/src/demo.ts", ["commands"]],
  [".ci/run", ["commands"]],
  ["README.md", ["commands"]],
  ["tsconfig.base.json", packages],
  ["vitest.config.ts", packages],
])("an edit of %s runs the tests that it can reach, and no others", (path, tests) => {
  expect(testsAmong(edited(path))).toEqual(tests.toSorted());
});

test("an edit of a file that is linted, formatted and looked through for dead code runs all three", () => {
  const looks = ["//#format:check", "//#knip", "//#lint"];
  expect(edited("scripts/differ/src/index.ts")).toEqual(expect.arrayContaining(looks));
  expect(edited("specs/pagecall.yaml")).toContain("//#lint:specs");
  expect(edited("redocly.yaml")).toContain("//#lint:specs");
  expect(edited("README.md")).toContain("//#lint:spelling");
  expect(edited(".github/workflows/ci.yml")).toContain("//#lint:workflows");
});

test("an edit of sources runs the typecheck of whoever imports them", () => {
  const typechecks = edited("scripts/openapi/src/index.ts").filter((task) => task.endsWith("#typecheck"));
  expect(typechecks).toContain("@x/differ#typecheck");
  expect(typechecks).not.toContain("@x/client#typecheck");
});

test("what the contract tests run against is part of what their results are stored under", () => {
  expect(testsAmong(changedBy(hashes({ CONTRACT_SPEC_DIR: "/elsewhere" })))).toEqual(packages.toSorted());
  expect(changedBy(hashes({ UNHEARD_OF: "1" }))).toEqual([]);
});

test("every package is tested, every task is cached, and none sees a variable that is not declared", () => {
  const tasks = plan();
  expect(testsAmong(tasks.map(({ taskId }) => taskId))).toEqual(packages.toSorted());
  for (const { taskId, envMode, resolvedTaskDefinition } of tasks) {
    expect({ taskId, envMode, cache: resolvedTaskDefinition.cache }).toEqual({
      taskId,
      envMode: "strict",
      cache: true,
    });
  }
});
