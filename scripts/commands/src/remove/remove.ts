import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isName, withoutRow } from "@x/generator";
import { Problem, readIfThere } from "@x/openapi";
import { readRecords, recordsPath, recordsText, specPath } from "@x/sources";
import { manifestsIn } from "../update/dependents.ts";
import { generating, SPECS, transaction } from "../transaction/transaction.ts";

/**
 * Undoes what adding a vendor did: its package, document and record go, and the changesets that are about it alone. Returns the
 * paths of what was removed or written.
 *
 * @throws {Problem} when there is no such vendor, a package depends on it, or a changeset is about others too; the workspace is
 *   untouched then
 */
export async function removeVendor(root: string, name: string): Promise<string[]> {
  return await transaction(
    root,
    SPECS,
    async (commit) => {
      const records = readRecords(root);
      const { [name]: record, ...others } = records;
      if (!isName(name) || !existsSync(specPath(root, name)))
        throw new Problem(`There is no vendor "${name}" in specs/. There are: ${Object.keys(records).join(", ")}.`);
      refuseDependents(root, name);
      const changes = new Map<string, string | undefined>();
      for (const path of [`packages/${name}`, ...changesetsOf(root, name), `specs/${name}.yaml`])
        if (existsSync(join(root, path))) changes.set(join(root, path), undefined);
      if (record !== undefined)
        changes.set(recordsPath(root), Object.keys(others).length > 0 ? recordsText(others) : undefined);
      const readme = readIfThere(join(root, "README.md"));
      const without = readme && withoutRow(readme, name);
      if (without !== undefined && without !== readme) changes.set(join(root, "README.md"), without);
      return await commit(changes);
    },
    [generating(name)],
  );
}

function refuseDependents(root: string, name: string): void {
  const needing = ["packages", "scripts"].flatMap((parent) =>
    manifestsIn(join(root, parent)).filter((manifest) => {
      const { dependencies, devDependencies, peerDependencies } = manifest;
      return Object.hasOwn({ ...dependencies, ...devDependencies, ...peerDependencies }, `@x/${name}`);
    }),
  );
  if (needing.length === 0) return;
  throw new Problem(
    `packages/${name} is needed by ${needing.map((each) => each.name).join(", ")}: take it out of there first.`,
  );
}

/** The changesets of this package. */
function changesetsOf(root: string, name: string): string[] {
  const folder = join(root, ".changeset");
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".md")) : [];
  return files.flatMap((file) => {
    const [, front = ""] = (readIfThere(join(folder, file)) ?? "").split(/^---$/m);
    const named = front.split("\n").flatMap((line) => /^["']?(@?[^"':]+)["']?:/.exec(line.trim())?.[1] ?? []);
    if (!named.includes(`@x/${name}`)) return [];
    if (named.length === 1) return [`.changeset/${file}`];
    throw new Problem(`.changeset/${file} is about @x/${name} and others: take it out of there first.`);
  });
}
