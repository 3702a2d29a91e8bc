import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../workspace/files.ts";
import { faultsOf } from "./rules.ts";
import { parseWorkflow, readWorkflows } from "./workflow.ts";

const SHA = "0123456789abcdef0123456789abcdef01234567";
const good = `on: push
permissions: {}
defaults: { run: { shell: bash } }
jobs:
  publish:
    timeout-minutes: 5
    environment: npm
    permissions: { id-token: write }
    steps:
      - uses: actions/checkout@${SHA} # v1.2.3
        with: { persist-credentials: false }
      - run: npm ci --ignore-scripts && cat "\${{ runner.temp }}/x" | wc -l
        env: { TITLE: "\${{ github.event.issue.title }}" }
`;

test("a workflow that keeps to the rules has no fault", () => {
  expect(faultsOf("good.yml", good)).toEqual([]);
});

test.each([
  ["permissions: {}", "permissions: write-all", /good\.yml: permissions of the whole workflow/],
  ["permissions: {}", "permissions: { contents: write }", /permissions of the whole workflow/],
  ["permissions: {}", "", /permissions of the whole workflow/],
  ["on: push", "on: [push, pull_request_target]", /pull_request_target/],
  ["on: push", "on: { workflow_run: { workflows: [x] } }", /workflow_run/],
  ["defaults: { run: { shell: bash } }", "", /a pipe needs/],
  ["    permissions: { id-token: write }\n", "", /job publish: the job names no permissions/],
  ["permissions: { id-token: write }", "permissions: write-all", /one by one/],
  ["timeout-minutes: 5", "secrets: inherit", /no timeout-minutes/],
  ["timeout-minutes: 5", "secrets: inherit", /not inherited/],
  ["    environment: npm\n", "", /protected environment/],
  ["persist-credentials: false", "fetch-depth: 0", /step 1: checkout keeps the token/],
  ["runner.temp", "github.head_ref", /step 2: \$\{\{ github\.head_ref \}\} becomes part of the script/],
  ["runner.temp", "github.sha || inputs.x", /becomes part of the script/],
  [" --ignore-scripts", "", /"npm ci" runs scripts beside/],
  ["with: { persist", "with: { cache: npm, persist", /a cache that others can write to/],
  [SHA, "v1", /good\.yml:10: .*is not pinned/],
  [SHA, SHA.slice(1), /is not pinned/],
  [" # v1.2.3", "", /is not pinned/],
  [" # v1.2.3", " # v1", /is not pinned/],
  ["github.event.issue.title", "toJSON(secrets)", /all secrets at once/],
])("%j made %j is found", (from, to, message) => {
  const bad = good.replace(from, to);
  expect(bad).not.toBe(good);
  expect(faultsOf("good.yml", bad).join("\n")).toMatch(message);
});

test("every workflow keeps to the rules", () => {
  const workflows = [...readWorkflows(root)];
  expect(workflows.length).toBeGreaterThan(3);
  expect(workflows.flatMap(([file, text]) => faultsOf(file, text))).toEqual([]);
});

test("a workflow that another one starts can be started", () => {
  const workflows = readWorkflows(root);
  const started = [...workflows.values()].flatMap((text) => [...text.matchAll(/gh workflow run (\S+)/g)]);
  expect(started.length).toBeGreaterThan(1);
  for (const [, name] of started) {
    expect(parseWorkflow(workflows.get(`.github/workflows/${name}`) ?? "{}").on).toHaveProperty("workflow_dispatch");
  }
});

test("what publishes is what the workspace tries", () => {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));
  const workspace = read("package.json");
  const { dependencies, optionalDependencies } = read(".github/release/package.json");
  expect(dependencies["@changesets/cli"]).toBe(workspace.devDependencies["@changesets/cli"]);
  for (const version of Object.values(optionalDependencies)) expect(`pnpm@${version}`).toBe(workspace.packageManager);
});
