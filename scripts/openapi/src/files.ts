import { readFileSync } from "node:fs";
import { messageOf, Problem } from "./problem.ts";

/**
 * The text of a file, or undefined where there is none.
 *
 * @throws {Problem} when it is there and can't be read
 */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new Problem(`${path} can't be read: ${code === "EISDIR" ? "it is a folder" : messageOf(thrown)}.`);
  }
}
