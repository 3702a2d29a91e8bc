import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { cases, type Case, interrupt, prepare, stateOf } from "../testing/killed.ts";

// Every file operation of every command: of these, `survive.slow.test.ts` tries some.

test.each(cases)("$name, killed at any operation, is undone or done by whoever watches it", (each) => {
  const { args, code = 0 } = each;
  const { box, before, after } = prepare(each);
  const trees: object[] = [];
  for (let at = 1; ; at += 1) {
    box.restore();
    const killed = box.run(args, { ...interrupt, INTERRUPT: "kill", INTERRUPT_AT: String(at) });
    if (killed.code === code) break;
    expect(killed.output).toMatch(/✗ The step "[^"]+" was ended by SIGKILL; what it had not finished is undone\.\n$/);
    trees.push(box.tree());
  }
  const done = trees.findIndex((tree) => isDeepStrictEqual(tree, after));
  expect(done).toBeGreaterThan(4);
  for (const [index, tree] of trees.entries())
    expect(tree, `operation ${index + 1}`).toEqual(index < done ? before : after);
});

test.each(cases)("$name, killed at any operation with all around it, is done when run again", (each) => {
  const { args, code = 0, again } = each;
  const { box, after } = prepare(each);
  const seconds: ReturnType<typeof box.run>[] = [];
  let last = "";
  for (let at = 1; ; at += 1) {
    box.restore();
    const killed = box.run(args, { ...interrupt, INTERRUPT: "kill all", INTERRUPT_AT: String(at) });
    if (killed.code === code) break;
    expect(killed.code).toBe(null);
    const state = stateOf(box);
    if (state === last) continue;
    last = state;
    seconds.push(box.run(args));
    expect(box.tree(), `operation ${at}`).toEqual(after);
  }
  // As if for the first time, up to the rename that counts; from there on there is nothing to do.
  const [words, exit = 0] = again;
  const first = seconds.findIndex(({ output }) => words.test(output));
  expect(first).toBeGreaterThan(each.name === "drift" ? -1 : 4);
  expect(seconds.map((second) => second.code)).toEqual(seconds.map((_, index) => (index < first ? code : exit)));
  for (const { output } of seconds.slice(first)) expect(output).toMatch(words);
});

test("whoever undoes what was killed may be killed too, at any operation: the next run undoes it", () => {
  const each = cases[0] as Case;
  const { box, after } = prepare(each);
  const killAll = (at: number): ReturnType<typeof box.run> => {
    box.restore();
    return box.run(each.args, { ...interrupt, INTERRUPT: "kill all", INTERRUPT_AT: String(at) });
  };
  const isOpenAt = (at: number): boolean => {
    killAll(at);
    return Object.keys(box.tree()).some((path) => path.endsWith("/journal.json"));
  };
  // The last operation before the rename that counts.
  let at = 1;
  while (!isOpenAt(at)) at += 1;
  while (isOpenAt(at + 1)) at += 1;
  const killed: (number | null)[] = [];
  for (;;) {
    box.restore();
    const { code } = box.run(each.args, {
      ...interrupt,
      INTERRUPT: "kill",
      INTERRUPT_AT: String(at),
      INTERRUPT_WATCHER_AT: String(killed.length + 1),
    });
    if (code !== null) break;
    killed.push(code);
    expect(box.run(each.args).code).toBe(0);
    expect(box.tree(), `the watcher's operation ${killed.length}`).toEqual(after);
  }
  expect(killed.length).toBeGreaterThan(10);
});
