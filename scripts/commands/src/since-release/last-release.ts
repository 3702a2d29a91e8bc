import { spawnSync } from "node:child_process";
import { Problem } from "@x/openapi";

/** More than the largest generated file (10 MB) by far. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * The commit whose packages users have: the last one that consumed changesets, which is what was released. Before the first
 * release, the one that this branch left main at, or on main the one before. Undefined where there is nothing before.
 *
 * @param folder - in the repository
 */
export function lastRelease(folder: string): string | undefined {
  const consuming = ["log", "--diff-filter=D", "--format=%H", "--", ":(glob).changeset/*.md"];
  for (const commit of linesOf(folder, consuming)) {
    // A changeset that is merely taken away releases nothing.
    const changed = linesOf(folder, ["show", "--format=", "--name-only", "--first-parent", commit]);
    if (changed.some((path) => /^packages\/[^/]+\/CHANGELOG\.md$/.test(path))) return commit;
  }
  const [head] = linesOf(folder, ["rev-parse", "HEAD"]);
  for (const main of ["origin/main", "main"]) {
    const [base] = linesOf(folder, ["merge-base", "HEAD", main]);
    if (base !== undefined && base !== head) return base;
  }
  return linesOf(folder, ["rev-parse", "--verify", "--quiet", "HEAD^"])[0];
}

/**
 * A file as it was at a commit; undefined where there was none.
 *
 * @throws {Problem} where git can't be run
 */
export function fileAt(folder: string, commit: string, path: string): string | undefined {
  return git(folder, ["show", `${commit}:${path}`]);
}

function linesOf(folder: string, args: readonly string[]): string[] {
  return (git(folder, args) ?? "").split("\n").filter((line) => line !== "");
}

function git(folder: string, args: readonly string[]): string | undefined {
  const { error, status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: MAX_BYTES });
  if (error !== undefined) throw new Problem(`git can't be run: ${error.message}`);
  return status === 0 ? stdout : undefined;
}
