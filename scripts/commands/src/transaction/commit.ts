import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem, readIfThere } from "@x/openapi";
import { close, newFile, oldFile, open, sha256, undo, type Journal } from "./journal.ts";
import { missingFolders, refuseUnfit, statOf } from "./places.ts";
import { inWords, reasonOf, shown } from "./words.ts";

/** Text by absolute path; undefined removes the file or the folder. */
export type Changes = ReadonlyMap<string, string | undefined>;

/** What a vendor's document is said to be: with it in place, a run counts as done. */
const RECORD = "specs/sources.json";

/**
 * Makes all changes or none, whatever stops it: everything is staged in full, with a copy of what was there, then renamed into
 * place, the record last. The renaming of the journal ends it. Until then the next run, or this one where it fails, puts
 * everything back.
 *
 * @param work - where to stage, on the disk of the workspace; gone afterwards
 * @returns the paths that were written or removed
 * @throws {Problem} naming the path and why, when the system refuses; everything is as before then
 */
export function commit(root: string, work: string, changes: Changes): string[] {
  const record = join(root, RECORD);
  const ordered = [...changes].toSorted(([left], [right]) => Number(left === record) - Number(right === record));
  for (const [path, text] of ordered) refuseUnfit(root, path, text === undefined);
  const plan = ordered.filter(([path, text]) => readState(path) !== text);
  if (plan.length === 0) return [];
  let current = work;
  try {
    mkdirSync(work);
    const folders = new Set<string>();
    const entries = plan.map(([path, text], index) => {
      current = path;
      const existed = statOf(path) !== undefined;
      for (const folder of missingFolders(path)) folders.add(shown(root, folder));
      if (text === undefined) return { path: shown(root, path), existed };
      if (existed) copyFileSync(path, oldFile(work, index));
      writeFileSync(newFile(work, index), text, { flush: true });
      return { path: shown(root, path), sha256: sha256(text), existed };
    });
    open(work, { entries, folders: [...folders].toSorted() } satisfies Journal);
    for (const folder of [...folders].toSorted()) mkdirSync(join(root, folder), { recursive: true });
    for (const [index, [path, text]] of plan.entries()) {
      current = path;
      if (text === undefined) renameSync(path, oldFile(work, index));
      else renameSync(newFile(work, index), path);
    }
    close(work);
  } catch (thrown) {
    abandon(root, work);
    const reason = reasonOf(thrown);
    if (reason === undefined) throw thrown;
    throw new Problem(`${shown(root, current)} can't be written: ${reason}. Nothing was changed.`, { cause: thrown });
  }
  sweep(work);
  return plan.map(([path]) => path);
}

/** Undoes what another run has left, and removes it. */
export function recover(root: string, work: string): void {
  try {
    undo(root, work);
  } catch (thrown) {
    const problem = inWords(thrown, root);
    if (!(problem instanceof Problem)) throw thrown;
    throw new Problem(
      `A run that was interrupted can't be undone: ${problem.message} What was there before is in ${shown(root, work)}.`,
      { cause: thrown },
    );
  }
  sweep(work);
}

function abandon(root: string, work: string): void {
  undo(root, work);
  sweep(work);
}

/** What is left over no longer means anything: where it can't be removed now, the next run does. */
function sweep(work: string): void {
  try {
    rmSync(work, { recursive: true, force: true });
  } catch {
    // As said.
  }
}

/** The text of a file; undefined where there is nothing; null for a folder. */
function readState(path: string): string | null | undefined {
  return statOf(path)?.isDirectory() === true ? null : readIfThere(path);
}
