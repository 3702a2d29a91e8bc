import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { isName } from "./names.ts";

/**
 * The vendors, by name: each YAML file in specs/, and each package that has generated sources. No list is kept in code. What
 * has no vendor's name, an editor's backup say, is passed over.
 */
export function vendorNames(folder: string): string[] {
  const specs = readdirSync(join(folder, "specs")).filter((file) => file.endsWith(".yaml"));
  const packages = readdirSync(join(folder, "packages")).filter((name) =>
    existsSync(join(folder, "packages", name, "src/generated")),
  );
  const names = new Set([...specs.map((file) => file.slice(0, -".yaml".length)), ...packages]);
  return [...names].filter(isName).toSorted();
}

/** @throws {Problem} naming the vendors there are, when one is asked for that is not among them */
export function checkVendors(folder: string, asked: readonly string[]): string[] {
  const known = vendorNames(folder);
  for (const name of asked) {
    if (!known.includes(name))
      throw new Problem(`There is no vendor "${name}" in specs/. There are: ${known.join(", ")}.`);
  }
  return asked.length ? [...asked] : known;
}
