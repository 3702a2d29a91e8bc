import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Problem, readIfThere } from "@x/openapi";

/** What a journal is called while what it tells is to be undone, and before and after. */
const JOURNAL = "journal.json";
const DRAFT = "journal.draft";
const DONE = "journal.done";

/** One file that is written, or one file or folder that is removed. */
export interface Entry {
  /** From the workspace's root. */
  readonly path: string;
  /** Of what is written: how it is told from what anybody else puts there. None for what is removed. */
  readonly sha256?: string;
  /** Whether something was there before: it is kept under `old-<index>`. */
  readonly existed: boolean;
}

export interface Journal {
  readonly entries: readonly Entry[];
  /** Folders that are made for the files, outer ones first. */
  readonly folders: readonly string[];
}

/** Where an entry's new text waits, and where what was there before is kept. */
export const newFile = (work: string, index: number): string => join(work, `new-${index}`);
export const oldFile = (work: string, index: number): string => join(work, `old-${index}`);

/** From here on an interrupted run is undone. */
export function open(work: string, journal: Journal): void {
  writeFileSync(join(work, DRAFT), JSON.stringify(journal), { flush: true });
  renameSync(join(work, DRAFT), join(work, JOURNAL));
}

/** The rename that makes it count: from here on nothing is undone. */
export function close(work: string): void {
  renameSync(join(work, JOURNAL), join(work, DONE));
}

export function isOpen(work: string): boolean {
  return existsSync(join(work, JOURNAL));
}

/**
 * Puts everything back as it was before the journal was opened, wherever it was left; what somebody else has written since
 * stays. Can be interrupted and begun again.
 */
export function undo(root: string, work: string): void {
  const text = readIfThere(join(work, JOURNAL));
  if (text === undefined) return;
  const { entries, folders } = readJournal(root, work, text);
  for (const [index, entry] of [...entries.entries()].toReversed()) {
    const target = join(root, entry.path);
    if (entry.sha256 === undefined) {
      if (existsSync(oldFile(work, index)) && !existsSync(target)) renameSync(oldFile(work, index), target);
    } else if (sumOf(target) === entry.sha256) {
      if (entry.existed) renameSync(oldFile(work, index), target);
      else rmSync(target);
    }
  }
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      // It was not made, or somebody else uses it.
    }
  }
  close(work);
}

/**
 * @throws {Problem} when it is none of ours: cut short with the machine's power, or brought by a commit, with paths that
 *   lead out of the workspace
 */
function readJournal(root: string, work: string, text: string): Journal {
  const within = (path: unknown): boolean => typeof path === "string" && join(root, path).startsWith(root + sep);
  try {
    const journal = JSON.parse(text) as Journal;
    if ([...journal.entries.map(({ path }) => path), ...journal.folders].every(within)) return journal;
  } catch {
    // As below.
  }
  const name = relative(root, join(work, JOURNAL)).split(sep).join("/");
  throw new Problem(`${name} is no journal of ours. See that your files are as they should be, then delete it.`);
}

function sumOf(path: string): string | undefined {
  try {
    return sha256(readFileSync(path));
  } catch {
    return undefined;
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
