import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/**
 * Keeps, of the declarations that the compiler wrote, those that an entry point leads to, and puts the same beside the
 * CommonJS form: the package.json there says which kind of module they are of. Most declarations are of parts that no
 * user can name, and would be a tenth of an install.
 */
const dist = join(import.meta.dirname, "../dist");
const commonJs = join(dist, "cjs");
const declarations = filesIn(dist).filter((file) => file.endsWith(".d.ts"));
// The compiler writes modules as they lie in the sources, esbuild one file an entry point and chunks.
const reached = new Set(declarations.filter((file) => filesIn(dist).includes(file.replace(/\.d\.ts$/, ".js"))));
// A set that grows while it is walked is walked to its end.
for (const file of reached) {
  const text = readFileSync(file, "utf8");
  for (const [, path] of text.matchAll(/\b(?:from|import|import\()\s*"(\.[^"]+)\.[jt]s"/g)) {
    reached.add(join(dirname(file), `${path}.d.ts`));
  }
}
for (const file of declarations) {
  if (reached.has(file)) cpSync(file, join(commonJs, relative(dist, file)));
  else rmSync(file);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
}
