import { readIfThere } from "@x/openapi";
import { join } from "node:path";
import { root } from "./spec-paths.ts";

/** The operations that a package has no method for, by key, as the generated part of its README lists them. */
export function leftOut(name: string): string[] {
  return leftOutIn(readIfThere(join(root, "packages", name, "README.md")) ?? "");
}

export function leftOutIn(readme: string): string[] {
  const [, rows = ""] = readme.split(/^\| left out +\| why +\|\n\|[ :|-]+\n/m);
  const [table = ""] = rows.split(/\n\s*\n/);
  return Array.from(table.matchAll(/^\| `(.+?)` +\|/gm), ([, operation]) => operation as string);
}
