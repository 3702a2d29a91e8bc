import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../workspace/files.ts";
import { checkedTasks } from "./checked-tasks.ts";

interface Row {
  readonly when: string;
  readonly what: string;
  readonly command: string;
  readonly seconds: number;
}

const LANDING_SECONDS = 20 * 60;

const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** The table of CONTRIBUTING's section "What is checked when". */
function budget(): readonly Row[] {
  const section = /\n## What is checked when\n(.*?)\n## /s.exec(read("CONTRIBUTING.md"))?.[1] ?? "";
  return [...section.matchAll(/^\|(.+)\|$/gm)].slice(2).map(([, row = ""]) => {
    const [when = "", what = "", command = "", seconds = ""] = row.split("|").map((cell) => cell.trim());
    return { when: when.replaceAll("`", ""), what, command: command.replaceAll("`", ""), seconds: Number(seconds) };
  });
}

const rowsOf = (when: string): readonly Row[] => budget().filter((row) => row.when === when);

test("every row says when, and about how many seconds it takes", () => {
  const rows = budget();
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    expect(["npm test", "landing", "nightly"]).toContain(row.when);
    expect(row.seconds).toBeGreaterThan(0);
  }
});

test("npm test runs the commands of its rows, and no others", () => {
  const commands = rowsOf("npm test").map(({ command }) => command);
  const isTurbo = (command: string): boolean => command.startsWith("turbo run ");
  const tasks = commands.filter(isTurbo).flatMap((command) => command.split(" ").slice(2));
  expect(tasks.toSorted()).toEqual([...checkedTasks()].toSorted());
  const { scripts } = JSON.parse(read("package.json")) as { scripts: { check: string } };
  const uncached = scripts.check.split(" && ").filter((command) => !isTurbo(command));
  expect(commands.filter((command) => !isTurbo(command))).toEqual(uncached);
});

test(".ci/run has the steps of a landing, word by word and in this order", () => {
  const steps = [...read(".ci/run").matchAll(/^step "([^"]+)" (.+)$/gm)].map(([, what, command]) => [what, command]);
  // What is looked at last are not commands of this repository.
  const ours = steps.filter(([, command]) => /^p?npm /.test(command ?? ""));
  expect(ours).toEqual(rowsOf("landing").map(({ what, command }) => [what, command]));
});

test("a landing is quickest first, but for the report of all, and takes less than 20 minutes", () => {
  const landing = rowsOf("landing").map(({ seconds }) => seconds);
  const measured = landing.slice(2, -1);
  expect(measured).toEqual(measured.toSorted((one, other) => one - other));
  expect(landing.reduce((sum, seconds) => sum + seconds, 0)).toBeLessThan(LANDING_SECONDS);
});

test("nightly.yml has the steps of its rows", () => {
  const steps = [...read(".github/workflows/nightly.yml").matchAll(/- name: (.+)\n(?: +if: .+\n)? +run: .* && (.+)"/g)];
  expect(steps.map(([, what, command]) => [what, command])).toEqual(
    rowsOf("nightly").map(({ what, command }) => [what, command]),
  );
});
