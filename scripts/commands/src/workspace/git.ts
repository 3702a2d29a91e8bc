import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { readIfThere, messageOf, Problem } from "@x/openapi";

/** One side of a comparison: a file, or a file as it was at a revision. */
export interface SpecText {
  text: string;
  /** What to call it in messages: what the person wrote. */
  source: string;
}

const PREFIX = "git:";
/** More than the largest vendor document known (6 MB) by far. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Reads a side that is a file, `git:REV:path/from/the/root.yaml`, or `git:REV` alone, which is the other side's file at that
 * revision.
 *
 * @param folder - where relative files are looked for, and whose repository is asked
 * @throws {Problem} when there is no such file or revision
 */
export function readSpec(side: string, other: string, folder: string): SpecText {
  if (!side.startsWith(PREFIX)) {
    const text = readFile(resolve(folder, side), side);
    return { text, source: side };
  }
  const [revision = "", ...rest] = side.slice(PREFIX.length).split(":");
  if (revision === "" || revision.startsWith("-")) {
    throw new Problem(`${side} has no git revision. Write git:REV:specs/NAME.yaml, such as git:HEAD:specs/NAME.yaml.`);
  }
  const { path, repository } =
    rest.length > 0 ? { path: rest.join(":"), repository: folder } : fileOf(side, other, folder);
  const source = `${PREFIX}${revision}:${path}`;
  const run = git(["show", `${revision}:${path}`], repository);
  if (run.status !== 0) throw new Problem(`${source} cannot be read: ${run.error}`);
  return { text: run.output, source };
}

function readFile(path: string, written: string): string {
  let text: string | undefined;
  try {
    text = readIfThere(path);
  } catch (thrown) {
    throw new Problem(`${written} cannot be read: ${messageOf(thrown)}`);
  }
  if (text === undefined) throw new Problem(`There is no file ${written}.`);
  return text;
}

/** The file that the other side of the comparison is about: its path from its repository's root, and that root. */
function fileOf(side: string, other: string, folder: string): { path: string; repository: string } {
  if (other.startsWith(PREFIX)) {
    const [, ...rest] = other.slice(PREFIX.length).split(":");
    if (rest.length > 0) return { path: rest.join(":"), repository: folder };
    throw new Problem(`Neither ${side} nor ${other} names a file. Write ${side}:specs/NAME.yaml.`);
  }
  const file = resolve(folder, other);
  if (!existsSync(file)) throw new Problem(`There is no file ${other}.`);
  const top = git(["rev-parse", "--show-toplevel"], dirname(file));
  if (top.status !== 0) throw new Problem(`${other} is not in a git repository; write ${side}:PATH to say which file.`);
  const repository = realpathSync(top.output.trim());
  return { path: relative(repository, realpathSync(file)).split(sep).join("/"), repository };
}

function git(args: string[], folder: string): { status: number | null; output: string; error: string } {
  const run = spawnSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: MAX_BYTES });
  return {
    status: run.status,
    output: run.stdout ?? "",
    error: run.error === undefined ? run.stderr.trim() : run.error.message,
  };
}
