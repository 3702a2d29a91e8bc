import { existsSync } from "node:fs";
import { join } from "node:path";
import { generatePackage, namesOf, packageFiles, readmeOf, skippedWords } from "@x/generator";
import { count } from "../terminal/count.ts";
import { generating, SPECS, transaction, type Commit } from "../transaction/transaction.ts";
import { writeAll } from "../workspace/files.ts";
import { Problem } from "@x/openapi";
import { pull, specPath, type PullOptions } from "@x/sources";
import { changesetFile } from "../update/changesets.ts";
import { refuseTaken } from "./taken-names.ts";
import { lint } from "../update/lint.ts";
import { withStaging } from "../workspace/staging.ts";
import type { Steps } from "../update/steps.ts";

export interface AddOptions {
  /** The workspace's root folder. */
  readonly root: string;
  /** The vendor's name: of its package and its document. */
  readonly name: string;
  /** How its document is pulled: `from`, `only` and so on. */
  readonly pulling: Omit<PullOptions, "vendor" | "root">;
  readonly steps: Steps;
}

/**
 * Adds a vendor: its document and record, its package with generated files and README, and the changeset of its first
 * release. Returns the paths of what was written; none where the vendor was added before, of the same document.
 *
 * @throws {Problem} when the name is taken or unfit, or naming the step that failed; the workspace is untouched then
 */
export async function addVendor(options: AddOptions): Promise<string[]> {
  refuseTaken(options.root, namesOf(options.name));
  return await transaction(options.root, SPECS, (commit) => add(options, commit), [generating(options.name)]);
}

async function add({ root, name, pulling, steps }: AddOptions, commit: Commit): Promise<string[]> {
  const names = namesOf(name);
  if (existsSync(join(root, "packages", name))) {
    if (await isAsPulled(root, name, pulling)) return [];
    throw new Problem(
      `packages/${name} already exists. A new document of it is taken up by: pnpm specs update ${name}`,
    );
  }
  const file = `specs/${name}.yaml`;
  const files = await withStaging(root, async ({ folder, home }) => {
    steps.begin(name);
    const pulled = await steps.run("pull", async () => {
      const result = await pull({ base: root, workspace: root, ...pulling, vendor: name, root: folder, create: true });
      return [result, count(result.operations.length, "operation")];
    });
    writeAll(pulled.files);
    await steps.run("lint", async () => {
      const warnings = await lint(root, join(folder, file), file, steps.tell);
      return [warnings, `no error, ${count(warnings, "warning")}`];
    });
    const made = new Map(pulled.files);
    const texts = packageFiles(root, names);
    await steps.run("package", async () => {
      for (const [path, text] of texts) made.set(join(folder, "packages", name, path), text);
      const changeset = {
        summary: `First release: a typed client for the ${names.title} API.`,
        type: "major",
      } as const;
      made.set(
        join(folder, ".changeset", `${name}-first-release.md`),
        await changesetFile(folder, `@x/${name}`, changeset),
      );
      return [texts, count(texts.size, "file")];
    });
    writeAll(made);
    await steps.run("generate", async () => {
      const generated = await generatePackage(folder, name);
      const { operations, skipped, notes } = generated;
      for (const [path, text] of [...generated.files, ...generated.docs]) made.set(path, text);
      made.set(join(folder, "packages", name, "README.md"), readmeOf(names, operations, generated.readmePart));
      for (const each of skipped) steps.tell("left out", skippedWords(each));
      for (const note of notes) steps.tell("note", note);
      return [generated, `${count(generated.files.size, "file")}, ${count(operations.length, "operation")}`];
    });
    return new Map([...made].map(([path, text]) => [home(path), text]));
  });
  return await commit(files);
}

/** Whether a vendor's document is what would be pulled now. */
async function isAsPulled(root: string, name: string, pulling: AddOptions["pulling"]): Promise<boolean> {
  if (!existsSync(specPath(root, name))) return false;
  try {
    const { outcome } = await pull({ base: root, ...pulling, vendor: name, root, complete: true });
    return outcome === "unchanged";
  } catch (thrown) {
    if (thrown instanceof Problem) return false;
    throw thrown;
  }
}
