import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "@x/openapi";
import { isAlive, pidOf, self } from "./owner.ts";
import { inWords } from "./words.ts";

/** The folder at the workspace's root that holds locks and what is staged; it is there only while something is under way. */
export const FOLDER = ".transaction";
const LOCK = "lock-";
/** Two that begin at the very same moment see each other: the lower one waits so long for the other to withdraw. */
const YIELD_MS = 200;
const MOMENT_MS = 250;
const TICK_MS = 10;

/**
 * Runs the body while no other process has this lock. The lock is a file whose name tells its owner, so that it is taken and
 * told in one step; of an owner that has ended it is nobody's.
 *
 * @param scope - what is locked: a folder of that name holds the lock
 * @param patienceMs - how long to wait for another owner @default a moment, in which others look for what is left over
 * @throws {Problem} when another process has it
 */
export async function withLock<Result>(
  root: string,
  scope: string,
  body: (folder: string) => Result | Promise<Result>,
  patienceMs: number = MOMENT_MS,
): Promise<Result> {
  const folder = join(root, FOLDER, scope);
  await take(root, folder, scope, patienceMs);
  try {
    return await body(folder);
  } finally {
    release(folder);
  }
}

async function take(root: string, folder: string, scope: string, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const owner = await tryOnce(root, folder);
    if (owner === undefined) return;
    if (Date.now() >= end) {
      throw new Problem(
        `Another run (process ${pidOf(owner)}) is at work on this. Wait until it ends. Where there is no such run, delete ${FOLDER}/${scope}/${LOCK}${owner}.`,
      );
    }
    await wait(TICK_MS);
  }
}

/** The other owner, if there is one. */
async function tryOnce(root: string, folder: string): Promise<string | undefined> {
  if (!mark(root, folder)) return self;
  const end = Date.now() + YIELD_MS;
  for (;;) {
    const others = ownersIn(folder).filter((owner) => owner !== self);
    const other = others.find(isAlive);
    if (other === undefined) {
      for (const dead of others) rmSync(join(folder, `${LOCK}${dead}`), { force: true });
      return undefined;
    }
    if (other < self || Date.now() >= end) {
      release(folder);
      return other;
    }
    await wait(TICK_MS);
  }
}

/** Puts our file there; false where this very process has one. */
function mark(root: string, folder: string): boolean {
  for (;;) {
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${LOCK}${self}`), "", { flag: "wx" });
      return true;
    } catch (thrown) {
      const { code, syscall } = thrown as NodeJS.ErrnoException;
      if (code === "EEXIST" && syscall === "open") return false;
      // Whoever had the lock removed its folder between the two.
      if (code === "ENOENT") continue;
      release(folder);
      throw inWords(thrown, root, folder);
    }
  }
}

function ownersIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.startsWith(LOCK));
  return names.map((name) => name.slice(LOCK.length)).toSorted();
}

function release(folder: string): void {
  try {
    rmSync(join(folder, `${LOCK}${self}`), { force: true });
  } catch {
    // It is nobody's once this process has ended.
  }
  removeEmpty(folder, dirname(folder));
}

/** Removes folders, inner ones first, as far as they are empty. */
export function removeEmpty(...folders: readonly string[]): void {
  try {
    for (const folder of folders) rmdirSync(folder);
  } catch {
    // Others are in it.
  }
}
