import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Problem } from "@x/openapi";
import type { InstalledPackage } from "../workspace.ts";

/**
 * Every built ES module has a map, and every map leads to a source that is in the tarball. The CommonJS form is to be
 * read as it is: a second set of maps would be most of what it adds to an install. A program needs none.
 */
export function checkSourceMaps({ folder, manifest }: InstalledPackage): string {
  if (manifest.bin) return "none";
  const dist = join(folder, "dist");
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).map((file) => join(dist, file));
  const faults: string[] = [];
  let maps = 0;
  for (const file of files) {
    const name = relative(folder, file);
    if (file.endsWith(".js")) {
      const url = /^\/\/# sourceMappingURL=(.+)$/m.exec(readFileSync(file, "utf8"))?.[1];
      if (!url && file.startsWith(join(dist, "cjs/"))) continue;
      if (!url) faults.push(`${name} names no source map`);
      else if (!existsSync(resolve(dirname(file), url))) faults.push(`${name} names ${url}, which does not exist`);
    }
    if (!file.endsWith(".map")) continue;
    maps += 1;
    const { sources, sourceRoot = "" } = JSON.parse(readFileSync(file, "utf8")) as {
      sources: string[];
      sourceRoot?: string;
    };
    if (!sources.length) faults.push(`${name} has no sources`);
    for (const source of sources) {
      const path = resolve(dirname(file), sourceRoot, source);
      const inside = !relative(folder, path).startsWith("..");
      if (!inside || !existsSync(path)) faults.push(`${name} leads to ${source}, which is not in the tarball`);
    }
  }
  if (!maps) faults.push("there is no source map");
  if (faults.length) throw new Problem(faults.join("\n"));
  return `${maps} maps`;
}
