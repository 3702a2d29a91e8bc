import { existsSync, realpathSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import { Problem } from "@x/openapi";
import type { Bounds } from "../read/bounds.ts";
import type { Link } from "./markdown.ts";
import { recognise } from "../read/recognise.ts";

export interface IndexOptions {
  readonly bounds: Bounds;
  /** Of its pages, only those with one of these titles, or one of these texts in their address. */
  readonly wanted: readonly string[];
  readonly note: (line: string) => void;
  readonly read: (address: URL) => Promise<string>;
}

/**
 * The pages that an index links to, in its own origin (for a file: its own folder). An `llms.txt` among them is an index
 * in its turn.
 *
 * @throws {Problem} when no page is left, or more than the bounds allow
 */
export async function pagesOf(address: URL, links: readonly Link[], options: IndexOptions): Promise<URL[]> {
  const { bounds, wanted, note, read } = options;
  const pages = new Map<string, URL>();
  const indexes = new Set([address.href]);
  const waiting = [{ address, links }];
  let elsewhere = 0;
  for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
    for (const link of index.links) {
      const target = URL.parse(link.target, index.address.href);
      if (target === null || !within(target, address)) {
        elsewhere += 1;
        continue;
      }
      target.hash = "";
      if (target.pathname.endsWith("/llms.txt")) {
        if (indexes.has(target.href)) continue;
        indexes.add(target.href);
        const content = recognise(await read(target), target.href);
        if (content.kind === "index") waiting.push({ address: target, links: content.links });
      } else if (wanted.length === 0 || wanted.some((text) => link.title === text || target.href.includes(text))) {
        pages.set(target.href, target);
      }
      if (pages.size + indexes.size > bounds.maxPages)
        throw new Problem(
          `${address.href} lists more than ${bounds.maxPages} pages. Name the ones to follow under "pages" in specs/sources.json.`,
        );
    }
  }
  if (elsewhere > 0) note(`${elsewhere} links of ${address.href} lead elsewhere and are not followed.`);
  if (pages.size === 0) {
    const which = wanted.length === 0 ? "no page" : `no page named ${wanted.join(" or ")}`;
    throw new Problem(`${address.href} lists ${which} of its own origin.`);
  }
  return [...pages.values()];
}

/** Of an index in a file: a file in its folder, or below. A link of the file system counts as what it leads to. */
function within(target: URL, index: URL): boolean {
  if (index.protocol !== "file:") return target.origin === index.origin;
  // An escaped slash, or a host, is in the way of no file that there is.
  if (target.protocol !== "file:" || /%2f|%5c/i.test(target.pathname) || target.host !== "") return false;
  const [folder, path] = [new URL(".", index), target].map((url) => fileURLToPath(url));
  const real = existsSync(path ?? "") ? realpathSync(path ?? "") : (path ?? "");
  return target.href.startsWith(new URL(".", index).href) && real.startsWith(realpathSync(folder ?? "") + sep);
}
