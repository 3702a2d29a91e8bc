import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "@x/openapi";
import { commit, recover, type Changes } from "./commit.ts";
import { isOpen } from "./journal.ts";
import { FOLDER, removeEmpty, withLock } from "./lock.ts";

/** Writes and removes all at once, or nothing. Returns the paths that changed. */
export type Commit = (changes: Changes) => Promise<string[]>;

/** What `pull`, `update`, `add` and `remove` hold from their first look at the record to their last rename. */
export const SPECS = "specs";
/** What writing the generated files of a vendor holds. */
export const generating = (vendor: string): string => `generate-${vendor}`;

/** How long to wait for what takes a moment: another run's renames, the generating of one package. */
const PATIENCE_MS = 60_000;
const TICK_MS = 20;

/**
 * Runs a command's body as the only one at work on a scope of the workspace, after what an interrupted run left there is
 * undone.
 *
 * @param scope - {@link SPECS}, or the name of what else must not be written by two at once
 * @param others - scopes that are held while there are renames, after waiting for whoever has them
 * @throws {Problem} when another process is at it
 */
export async function transaction<Result>(
  root: string,
  scope: string,
  body: (commit: Commit) => Result | Promise<Result>,
  others: readonly string[] = [],
): Promise<Result> {
  if (scope !== SPECS) await settle(root, SPECS);
  return await withLock(root, scope, (folder) => {
    const work = join(folder, "work");
    recover(root, work);
    return body((changes) => withLocks(root, others, () => commit(root, work, changes)));
  });
}

async function withLocks<Result>(root: string, scopes: readonly string[], body: () => Result): Promise<Result> {
  const [first, ...rest] = scopes;
  if (first === undefined) return body();
  return await withLock(root, first, () => withLocks(root, rest, body), PATIENCE_MS);
}

/** Undoes what an interrupted run left in a scope. A run that is at its renames is waited for. */
export async function settle(root: string, scope: string): Promise<void> {
  const work = join(root, FOLDER, scope, "work");
  for (const end = Date.now() + PATIENCE_MS; isOpen(work); await wait(TICK_MS)) {
    let isOurs = false;
    try {
      return await withLock(root, scope, () => {
        isOurs = true;
        recover(root, work);
      });
    } catch (thrown) {
      // What can't be undone now can't be later: another run alone is waited for.
      if (isOurs || !(thrown instanceof Problem) || Date.now() > end) throw thrown;
    }
  }
}

/** Undoes and removes whatever interrupted runs left. What a living one holds stays. */
export async function clearUp(root: string): Promise<void> {
  let scopes: string[] = [];
  try {
    scopes = readdirSync(join(root, FOLDER));
  } catch {
    // Nothing is left.
  }
  for (const scope of scopes) {
    try {
      await withLock(root, scope, (folder) => recover(root, join(folder, "work")));
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
    }
  }
  removeEmpty(join(root, FOLDER));
}
