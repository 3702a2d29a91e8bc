import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeChangeset } from "@changesets/write";
import type { Diff } from "@x/differ";
import { markdownText } from "@x/openapi";
import { shortened } from "./fitting.ts";

/** Longer lists are cut: a changelog is read by people, and the pull request has them all. */
const MAX_LINES = 30;
const MAX_SEEN = 10;

/**
 * A changeset for each affected package, text by file name, with the bump that the diff asks for; none where it asks for
 * none. The names follow from the content, so that the same update again is the same files.
 *
 * @param folder - a scratch folder to write in
 * @param affected - package names, the vendor's own first
 * @param id - what tells this update from others of the vendor
 */
export async function changesetsOf(
  folder: string,
  affected: readonly string[],
  diff: Pick<Diff, "sdk" | "changes" | "seen">,
  id: string,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const { sdk: type, changes } = diff;
  if (type === "none") return files;
  const [own = ""] = affected;
  const lines = changes
    .filter(({ sdk }) => sdk !== "none")
    .map(
      ({ text, wire }) => `- ${wire === "breaking" ? "Breaking on the wire: " : ""}${markdownText(shortened(text))}`,
    );
  const seen = (diff.seen ?? []).slice(0, MAX_SEEN).map((line) => `- ${markdownText(shortened(line))}`);
  const users =
    seen.length > 0
      ? `\n\nWhat the compiler says of code that uses what is gone or changed:\n\n${seen.join("\n")}`
      : "";
  const list = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES), `- … and more`] : lines;
  for (const name of affected) {
    const headline =
      name === own ? "Follows the vendor's new API document." : `Follows ${own} to the vendor's new API document.`;
    const summary = `${headline}\n\n${list.join("\n")}${users}`;
    files.set(`${name.replace(/^@[^/]+\//, "")}-${id}.md`, await changesetFile(folder, name, { summary, type }));
  }
  return files;
}

/** The text of a changeset for one package. The library names the file at random; the caller knows better. */
export async function changesetFile(
  folder: string,
  name: string,
  { summary, type }: { readonly summary: string; readonly type: "major" | "minor" | "patch" },
): Promise<string> {
  const id = await writeChangeset({ summary, releases: [{ name, type }] }, folder, { format: false });
  const path = join(folder, ".changeset", `${id}.md`);
  const text = readFileSync(path, "utf8");
  rmSync(path);
  return text;
}
