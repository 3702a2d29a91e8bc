import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Names } from "@x/generator";
import { Problem } from "@x/openapi";

/** Names of the workspace's own packages and folders. Those of vendors may be added again. */
function ownNames(root: string): string[] {
  const folders = ["packages", "scripts"].flatMap((parent) =>
    existsSync(join(root, parent)) ? readdirSync(join(root, parent), { withFileTypes: true }) : [],
  );
  const own = folders.filter((entry) => entry.isDirectory() && !existsSync(join(root, "specs", `${entry.name}.yaml`)));
  return ["root", "packages", "scripts", "specs", ...own.map(({ name }) => name)];
}

/** @throws {Problem} when a name is that of something which is no vendor's */
export function refuseTaken(root: string, { kebab }: Names): void {
  if (!ownNames(root).includes(kebab)) return;
  throw new Problem(
    `"${kebab}" cannot name a vendor: it is a name of the workspace itself (${ownNames(root).toSorted().join(", ")}).`,
  );
}
