import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { integer, sample } from "fast-check";
import { expect, test } from "vitest";
import { cases, type Case, interrupt, momentsOf, prepare } from "../testing/killed.ts";
import { clearUp } from "./transaction.ts";

// What each moment leaves is taken from one run here, and some operations are killed; `survive.nightly.ts` kills at each.
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

  const operations = moments.map((moment) => Number(basename(moment)));
  const drawn = sample(integer({ min: 1, max: operations.at(-1) as number }), { numRuns: 1, seed: 7 });
  for (const at of [...drawn, operations[done - 1] as number]) {
    const [watched, alone] = ["kill", "kill all"].map((what) => {
      box.restore();
      return { ...box.run(args, { ...interrupt, INTERRUPT: what, INTERRUPT_AT: String(at) }), tree: box.tree() };
    });
    expect(watched?.output).toMatch(/✗ The step "[^"]+" was ended by SIGKILL; what it had not finished is undone\.\n$/);
    expect(watched?.tree).toEqual(at < (operations[done] as number) ? before : after);
    expect(alone?.code).toBe(null);
    box.run(args);
    expect(box.tree(), `operation ${at}`).toEqual(after);
  }
});

test("pull meets a full disk at any operation: one message, and the tree as before", async () => {
  const each = cases[0] as Case;
  const { box, before, after } = prepare(each);
  const runs: { code: number | null; output: string; tree: object }[] = [];
  // Of what comes after the last rename nothing fails.
  while (runs.length < 12 || runs.slice(-4).some(({ code }) => code !== 0)) {
    box.restore();
    const run = box.run(each.args, { ...interrupt, INTERRUPT: "ENOSPC", INTERRUPT_AT: String(runs.length + 1) });
    // What it could not remove, the next run does.
    if (run.code === 0) await clearUp(box.root);
    runs.push({ ...run, tree: box.tree() });
  }
  const refused = runs.filter(({ code }) => code !== 0);
  expect(refused.length).toBeGreaterThan(8);
  for (const { output } of refused) expect(output).toMatch(/^(! [^\n]*\n)*\n✗ [^\n]*the disk is full[^\n]*\n$/);
  for (const { code, tree } of runs) expect(tree).toEqual(code === 0 ? after : before);
});
