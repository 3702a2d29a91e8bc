import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { documentOf } from "./document.ts";
import { Sandbox } from "./sandbox.ts";
import { treeOf, workspaceOf } from "./workspace.ts";

/** Has the process at work load `interrupt.ts` before the command. */
export const interrupt = {
  NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "interrupt.ts")).href}`,
};
const more = "  /more:\n    get: { responses: { '200': { description: More. } } }\n";
const today = ["--today", "2026-01-02"];
const from = [...today, "--complete", "--from", "next.yaml"];
const pull = ["specs.ts", "pull", "pagecall", ...from];
const add = ["specs.ts", "add", "acme", "--from", "acme.yaml", ...today];

export interface Case {
  readonly name: string;
  readonly args: readonly string[];
  /** What is done before, undisturbed. */
  readonly first?: readonly string[];
  /** Its exit code, where that is not 0. */
  readonly code?: number;
  /** What it says where all was done before, and its exit code then. */
  readonly again: readonly [words: RegExp, code?: number];
}

/** Every command that writes into the workspace. */
export const cases: readonly Case[] = [
  { name: "pull", args: pull, again: [/unchanged/] },
  { name: "update", args: ["specs.ts", "update", "pagecall", ...from], again: [/nothing new/] },
  { name: "add", args: add, again: [/nothing new/] },
  { name: "remove", first: add, args: ["specs.ts", "remove", "acme"], again: [/no vendor "acme"/, 1] },
  { name: "generate", first: pull, args: ["generate.ts", "--direct", "pagecall"], again: [/nothing new/] },
  { name: "drift", args: ["drift.ts", "pagecall"], code: 2, again: [/nothing was called/, 2] },
];

/** A repository before a command, and what the command makes of it undisturbed. */
export function prepare({ args, first, code = 0 }: Case) {
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
export function momentsOf(box: Sandbox, args: readonly string[]): string[] {
  const states = workspaceOf({});
  box.run(args, { ...interrupt, INTERRUPT: "states", INTERRUPT_FOLDER: box.root, INTERRUPT_STATES: states });
  const moments = readdirSync(states).toSorted();
  const texts = moments.map((moment) => JSON.stringify(treeOf(join(states, moment))));
  return moments.filter((_, index) => texts[index] !== texts[index - 1]).map((moment) => join(states, moment));
}

/** What a kill has left, as far as two moments can differ: owners' numbers do not count, folders without files do. */
export function stateOf(box: Sandbox): string {
  const folders = readdirSync(box.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(?:node_modules|dist|scripts)(?:\/|$)/.test(path));
  return JSON.stringify([box.tree(), folders.toSorted()]).replaceAll(/(lock-|x-specs_)[^"/]*/g, "$1");
}
