import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Problem, readIfThere } from "@x/openapi";
import { transaction } from "../transaction/transaction.ts";
import { root } from "../workspace/files.ts";
import { publicApi } from "./report.ts";

/** The report of a package, which is committed and in no tarball. */
const FILE = "api.txt";

/**
 * The published packages, or those that are asked for.
 *
 * @throws {Problem} when one is asked for that is not there
 */
export function publishedPackages(asked: readonly string[]): string[] {
  const all = readdirSync(join(root, "packages")).filter((name) =>
    existsSync(join(root, "packages", name, "package.json")),
  );
  for (const name of asked) {
    if (!all.includes(name))
      throw new Problem(`There is no package "${name}" in packages/. There are: ${all.join(", ")}.`);
  }
  return asked.length ? [...asked] : all;
}

/** Writes the reports of packages that are built, and returns those that are new or changed. */
export async function writeReports(packages: readonly string[]): Promise<string[]> {
  return await transaction(root, "public-api", (commit) => commit(staleReports(packages)));
}

/** @throws {Problem} naming the reports that are not what the declarations give */
export function checkReports(packages: readonly string[]): void {
  const stale = [...staleReports(packages).keys()].map((path) => path.slice(root.length + 1));
  if (stale.length) {
    throw new Problem(
      `The public surface is not as reported in ${stale.join(", ")}. Run \`pnpm public-api\`, look at the diff, and commit it.`,
    );
  }
}

/** Texts by path, of reports that are missing or say something else. */
function staleReports(packages: readonly string[]): Map<string, string> {
  const stale = new Map<string, string>();
  for (const name of packages) {
    const path = join(root, "packages", name, FILE);
    const text = publicApi(join(root, "packages", name));
    if (readIfThere(path) !== text) stale.set(path, text);
  }
  return stale;
}
