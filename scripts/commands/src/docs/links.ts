import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "../workspace/files.ts";
import type { Page } from "./pages.ts";

/**
 * The links of pages that lead nowhere, a line each: a file that is not there, an anchor that its page does not have. What
 * is on the web is not asked for.
 */
export function brokenLinks(pages: readonly Page[]): string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const broken: string[] = [];
  for (const { path, links } of pages) {
    for (const { href, line } of links) {
      if (/^[a-z][a-z+.-]*:/i.test(href)) continue;
      const [target = "", anchor] = href.split("#");
      const file = target ? pageOf(posix.join(posix.dirname(path), decodeURIComponent(target))) : path;
      if (file === undefined) broken.push(`${path}:${line}: ${href} is not there`);
      else if (anchor !== undefined && byPath.get(file)?.anchors.has(anchor) !== true)
        broken.push(`${path}:${line}: ${href}: ${file} has no heading "#${anchor}"`);
    }
  }
  return broken;
}

/** The file that a link shows; of a folder its README. Undefined where there is none, or outside the repository. */
function pageOf(path: string): string | undefined {
  if (path.startsWith("..") || !existsSync(join(root, path))) return undefined;
  if (!statSync(join(root, path)).isDirectory()) return path;
  const readme = posix.join(path, "README.md");
  return existsSync(join(root, readme)) ? readme : posix.normalize(path);
}
