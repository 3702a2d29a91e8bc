import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judgePackages } from "@x/differ";
import type { GeneratedFiles } from "@x/generator";
import { readIfThere } from "@x/openapi";
import { fileAt } from "./last-release.ts";

const FILES = ["models.ts", "operations.ts", "schema.ts"] as const;
/** Of more errors, the first are told. */
const MAX_TOLD = 10;

/**
 * What no longer compiles on the packages as they stand, of all that compiled on those of a commit, and that no changeset calls
 * major: a sentence for each package. Both are compiled with the client as it stands.
 *
 * @param root - of the workspace, whose repository has the commit
 * @throws {Problem} when git or the compiler can't be run
 */
export async function unannounced(root: string, commit: string, vendors: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const vendor of vendors) {
    const folder = `packages/${vendor}/src/generated`;
    const old = filesOf((name) => fileAt(root, commit, `${folder}/${name}`));
    const next = filesOf((name) => readIfThere(join(root, folder, name)));
    // A package that is new breaks nobody.
    if (old === undefined || next === undefined) continue;
    const seen = await judgePackages(old, next);
    if (seen.length === 0 || isMajor(root, vendor)) continue;
    const told = seen.slice(0, MAX_TOLD).map((line) => `\n  ${line}`);
    found.push(`Code that compiles on packages/${vendor} of ${commit.slice(0, 12)} no longer does:${told.join("")}`);
  }
  return found;
}

function filesOf(read: (name: string) => string | undefined): GeneratedFiles | undefined {
  const files = FILES.map((name) => [name, read(name)] as const);
  if (files.some(([, text]) => text === undefined)) return undefined;
  return Object.fromEntries(files) as unknown as GeneratedFiles;
}

/** Whether a changeset that is still to be consumed makes the next release of a package a major one. */
function isMajor(root: string, vendor: string): boolean {
  const folder = join(root, ".changeset");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .some((name) => {
      const head = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(folder, name), "utf8"))?.[1] ?? "";
      return new RegExp(`^["']?@[^/]+/${vendor}["']?: *major$`, "m").test(head);
    });
}
