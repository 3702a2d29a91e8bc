import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace/files.ts";
import { readMarkdown, type Markdown } from "./markdown.ts";

export interface Page extends Markdown {
  /** From the repository's root, with `/`. */
  readonly path: string;
}

/** Vendors' pages that tests read, and texts that a tool writes. */
const FOREIGN = /(?:^|\/)(?:fixtures\/|CHANGELOG\.md$)/;

/** Every Markdown file of the repository that people of the project write, and those that they generate. */
export function docPages(): Page[] {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], { cwd: root });
  const paths = list
    .toString()
    .split("\n")
    .filter((path) => path && !FOREIGN.test(path));
  return paths.map((path) => ({ path, ...readMarkdown(readFileSync(join(root, path), "utf8")) }));
}
