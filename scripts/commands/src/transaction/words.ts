import { relative, sep } from "node:path";
import { messageOf, Problem } from "@x/openapi";

/** What the system's codes mean to a person. */
const WORDS: { readonly [code: string]: string } = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  ENOENT: "it is not there",
  ENOTDIR: "a file stands where a folder should be",
  EISDIR: "a folder stands where a file should be",
  ENOTEMPTY: "the folder is not empty",
  EXDEV: "it is on another disk than the workspace",
  EMFILE: "too many files are open",
  EIO: "the disk does not work as it should",
};

/** Why the system refused, in words; undefined for what was not thrown by it. */
export function reasonOf(thrown: unknown): string | undefined {
  const { code, syscall } = Object(thrown) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  return Object.hasOwn(WORDS, code) ? WORDS[code] : messageOf(thrown);
}

/** What the system refused as one message with the path; what was not thrown by it stays as it is. */
export function inWords(thrown: unknown, root: string, path?: string): unknown {
  const reason = reasonOf(thrown);
  const place = path ?? (thrown as NodeJS.ErrnoException).path;
  if (reason === undefined || thrown instanceof Problem || place === undefined) return thrown;
  return new Problem(`${shown(root, place)} can't be read or written: ${reason}.`, { cause: thrown });
}

/** A path as messages name it: from the workspace's root where it lies inside. */
export function shown(root: string, path: string): string {
  const inside = relative(root, path);
  return inside === "" || inside.startsWith("..") ? path : inside.split(sep).join("/");
}
