import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { documentOf } from "../testing/document.ts";
import { Sandbox } from "../testing/sandbox.ts";
import { treeOf, workspaceOf } from "../testing/workspace.ts";
import { clearUp } from "./transaction.ts";

/** Has the process at work load `interrupt.ts` before the command. */
const interrupt = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "../testing/interrupt.ts")).href}`,
};
const more = "  /more:\n    get: { responses: { '200': { description: More. } } }\n";
const today = ["--today", "2026-01-02"];
const from = [...today, "--complete", "--from", "next.yaml"];
const pull = ["specs.ts", "pull", "pagecall", ...from];
const add = ["specs.ts", "add", "acme", "--from", "acme.yaml", ...today];

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  /** What is done before, undisturbed. */
  readonly first?: readonly string[];
  /** Its exit code, where that is not 0. */
  readonly code?: number;
  /** What it says where all was done before, and its exit code then. */
  readonly again: readonly [words: RegExp, code?: number];
}

const cases: readonly Case[] = [
  { name: "pull", args: pull, again: [/unchanged/] },
  { name: "update", args: ["specs.ts", "update", "pagecall", ...from], again: [/nothing new/] },
  { name: "add", args: add, again: [/nothing new/] },
  { name: "remove", first: add, args: ["specs.ts", "remove", "acme"], again: [/no vendor "acme"/, 1] },
  { name: "generate", first: pull, args: ["generate.ts", "--direct", "pagecall"], again: [/nothing new/] },
  { name: "drift", args: ["drift.ts", "pagecall"], code: 2, again: [/nothing was called/, 2] },
];

/** A repository before a command, and what the command makes of it undisturbed. */
function prepare({ args, first, code = 0 }: Case) {
  const box = new Sandbox({ "acme.yaml": documentOf("GET", "/rooms"), "next.yaml": documentOf("GET", "/new", more) });
  if (first !== undefined) box.run(first);
  box.keep();
  const before = box.tree();
  expect(box.run(args)).toMatchObject({ code });
  const after = box.tree();
  expect(after).not.toEqual(before);
  box.restore();
  expect(box.tree()).toEqual(before);
  return { box, before, after };
}

/** What each moment of a run leaves, when everything is killed there: the folders, those that are like the one before once. */
function momentsOf(box: Sandbox, args: readonly string[]): string[] {
  const states = workspaceOf({});
  box.run(args, { ...interrupt, INTERRUPT: "states", INTERRUPT_FOLDER: box.root, INTERRUPT_STATES: states });
  const moments = readdirSync(states).toSorted();
  const texts = moments.map((moment) => JSON.stringify(treeOf(join(states, moment))));
  return moments.filter((_, index) => texts[index] !== texts[index - 1]).map((moment) => join(states, moment));
}

test.each(cases)("$name, killed at any moment, is undone or done, and done when run again", async (each) => {
  const { args, code = 0, again } = each;
  const { box, before, after } = prepare(each);
  const moments = momentsOf(box, args);
  const trees: object[] = [];
  for (const moment of moments) {
    box.restore(moment);
    await clearUp(box.root);
    trees.push(box.tree());
  }
  const done = trees.findIndex((tree) => isDeepStrictEqual(tree, after));
  expect(done).toBeGreaterThan(4);
  for (const [index, tree] of trees.entries()) expect(tree, `moment ${index}`).toEqual(index < done ? before : after);

  // The command itself ends it, where nobody has cleared up before.
  const seconds = [done - 3, done - 1, done].map((index) => {
    box.restore(moments[index]);
    const second = box.run(args);
    expect(box.tree(), `moment ${index}`).toEqual(after);
    return second;
  });
  const [words, exit = 0] = again;
  expect(seconds.map((second) => second.code)).toEqual([code, code, exit]);
  expect(seconds[2]?.output).toMatch(words);
});

test("pull, killed by SIGKILL between any two operations, is undone or done by whoever watches it", () => {
  const { box, before, after } = prepare(cases[0] as Case);
  const trees: object[] = [];
  for (let at = 1; ; at += 1) {
    box.restore();
    const killed = box.run(pull, { ...interrupt, INTERRUPT: "kill", INTERRUPT_AT: String(at) });
    if (killed.code === 0) break;
    expect(killed.output).toContain('The step "pull pagecall" was ended by SIGKILL');
    trees.push(box.tree());
  }
  const done = trees.findIndex((tree) => isDeepStrictEqual(tree, after));
  expect(done).toBeGreaterThan(10);
  for (const [index, tree] of trees.entries()) expect(tree, `moment ${index}`).toEqual(index < done ? before : after);
});

test("pull meets a full disk at any operation: one message, and the tree as before", async () => {
  const { box, before, after } = prepare(cases[0] as Case);
  const runs: { code: number | null; output: string; tree: object }[] = [];
  // Of what comes after the last rename nothing fails.
  while (runs.length < 12 || runs.slice(-4).some(({ code }) => code !== 0)) {
    box.restore();
    const run = box.run(pull, { ...interrupt, INTERRUPT: "ENOSPC", INTERRUPT_AT: String(runs.length + 1) });
    // What it could not remove, the next run does.
    if (run.code === 0) await clearUp(box.root);
    runs.push({ ...run, tree: box.tree() });
  }
  const refused = runs.filter(({ code }) => code !== 0);
  expect(refused.length).toBeGreaterThan(8);
  for (const { output } of refused) expect(output).toMatch(/^\n✗ [^\n]*the disk is full[^\n]*\n$/);
  for (const { code, tree } of runs) expect(tree).toEqual(code === 0 ? after : before);
});
