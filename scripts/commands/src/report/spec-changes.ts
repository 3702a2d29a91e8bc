import { spawnSync } from "node:child_process";
import { diffSpecs } from "@x/differ";
import { messageOf, parseOpenApi } from "@x/openapi";

/** The last changes of a vendor's document, newest first. */
export interface SpecChanges {
  readonly vendor: string;
  readonly commits: readonly { readonly date: string; readonly verdict: string; readonly subject: string }[];
}

/** Changes that are shown of each vendor. */
const MOST = 5;

/** What git knows of the vendors' documents, each change with the differ's verdict on the wire. */
export async function specChanges(root: string, vendors: readonly string[]): Promise<SpecChanges[]> {
  const found: SpecChanges[] = [];
  for (const vendor of vendors) {
    const file = `specs/${vendor}.yaml`;
    const log = git(root, "log", `--max-count=${MOST + 1}`, "--format=%H%x09%cs%x09%s", "--", file).split("\n");
    const entries = log
      .filter(Boolean)
      .map((line) => line.split("\t") as [hash: string, date: string, subject: string]);
    const commits = [];
    for (const [index, [hash, date, subject]] of entries.slice(0, MOST).entries()) {
      const before = entries[index + 1]?.[0];
      commits.push({ date, subject, verdict: before ? await verdictOf(root, file, before, hash) : "taken up" });
    }
    found.push({ vendor, commits });
  }
  return found;
}

async function verdictOf(root: string, file: string, before: string, after: string): Promise<string> {
  const read = (hash: string): ReturnType<typeof parseOpenApi> =>
    parseOpenApi(git(root, "show", `${hash}:${file}`), `${hash.slice(0, 7)}:${file}`);
  try {
    const { wire } = await diffSpecs(read(before), read(after), { compile: false });
    return wire;
  } catch (thrown) {
    // An old document may be one that is refused today.
    return messageOf(thrown);
  }
}

/** What git prints; nothing where there is no repository. */
function git(cwd: string, ...args: string[]): string {
  return spawnSync("git", args, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 }).stdout ?? "";
}
