import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../workspace/files.ts";

type Dependencies = Readonly<Record<string, string>>;

/** Dependencies in two versions, each with the reason for the second. */
const TWO_VERSIONS: Readonly<Record<string, string>> = {
  typescript: "openapi-typescript needs the compiler API of 5.9; what compiles is 7",
};

const manifests = [
  "package.json",
  ...["packages", "scripts"].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => `${parent}/${name}/package.json`),
  ),
].filter((path) => existsSync(join(root, path)));

test("a package of npm is depended on in one version, or there is a reason", () => {
  const versions = new Map<string, Set<string>>();
  for (const path of manifests) {
    const manifest = JSON.parse(readFileSync(join(root, path), "utf8")) as Record<string, Dependencies | undefined>;
    for (const kind of ["dependencies", "devDependencies", "optionalDependencies"]) {
      for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
        if (version.startsWith("workspace:")) continue;
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
  }
  const several = [...versions].filter(([, of]) => of.size > 1).map(([name]) => name);
  expect(several).toEqual(Object.keys(TWO_VERSIONS));
});
