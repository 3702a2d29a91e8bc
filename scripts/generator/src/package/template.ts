import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Problem } from "@x/openapi";
import { vendorNames } from "./vendors.ts";
import { namesOf, renamed } from "./names.ts";
import type { Names } from "./names.ts";

/**
 * The files that are the same for every vendor. Named, so that whatever else lies in an example's folder (what was built or
 * packed, an editor's backup) gets nowhere.
 */
const SHARED =
  /^(?:package\.json|api\.txt|turbo\.json|tsconfig(?:\.[a-z]+)?\.json|LICENSE|\.gitattributes|src\/[a-z\d-]+\.ts|test\/contract\.test\.ts)$/;

/**
 * The hand-written files of a new vendor's package, text by path in it: those of a vendor that is there already, with the
 * name changed. So there is one shape, and no second copy of it to keep up.
 *
 * @throws {Problem} when no vendor can serve as the example
 */
export function packageFiles(root: string, names: Names): Map<string, string> {
  const example = vendorNames(root).find(
    (name) => !name.includes("-") && existsSync(join(root, "packages", name, "package.json")),
  );
  if (example === undefined) throw new Problem("No package of a vendor with a one-word name to go by.");
  const folder = join(root, "packages", example);
  const from = namesOf(example);
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
    if (!entry.isFile() || !SHARED.test(path)) continue;
    const text = readFileSync(join(folder, path), "utf8");
    files.set(renamed(path, from, names), renamed(text, from, names));
  }
  files.set(`test/${names.kebab}.test.ts`, ownTests(names));
  const manifest = JSON.parse(files.get("package.json") ?? "{}") as { devDependencies?: Record<string, string> };
  // The example's own tests need it.
  delete manifest.devDependencies?.["@x/mock"];
  // The first changeset makes it 1.0.0.
  files.set("package.json", `${JSON.stringify({ ...manifest, version: "0.0.0" }, undefined, 2)}\n`);
  return files;
}

/** A start for the tests of what is special about the vendor, which no document can give. */
function ownTests({ kebab, pascal }: Names): string {
  return `import { ConfigError, create${pascal} } from "@x/${kebab}";
import { expect, test } from "vitest";

// The contract tests are the same for every vendor. What is special about this one goes here.
test("an option that can't be right is refused at once", () => {
  expect(() => create${pascal}({ apiKey: "key", baseUrl: "no URL" })).toThrow(ConfigError);
});
`;
}
