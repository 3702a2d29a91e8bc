import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleOwn, bundlePrism, checkWhole } from "./bundle.ts";
import { licensesOf } from "./licenses.ts";

const root = join(import.meta.dirname, "..");
const source = (name: string): string => join(root, "src", name);
const target = (...names: string[]): string => join(root, "dist", ...names);

/** What the package's own declarations refer to. */
const PUBLIC = new Set(["index.d.ts", "mock-error.d.ts", "start-mock.d.ts"]);
const mit = join(import.meta.dirname, "mit.txt");

rmSync(target(), { recursive: true, force: true });
execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", join(root, "tsconfig.build.json")], { stdio: "inherit" });

// The same declarations say the same of both entries: the package.json beside them says which kind of module it is.
for (const file of readdirSync(target())) {
  if (PUBLIC.has(file)) cpSync(target(file), target("cjs", file));
  else rmSync(target(file), { recursive: true });
}
writeFileSync(target("cjs/package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);

const bundles = await Promise.all([
  bundleOwn(source("index.ts"), target("cjs/index.js")),
  bundleOwn(source("cli/cli.ts"), target("cjs/cli.js")),
  // It tells a Node that is too old so, and must parse there.
  bundleOwn(source("cli/bin.ts"), target("cjs/bin.js"), "node10"),
  bundlePrism(source("prism/prism-worker.ts"), target("prism.cjs")),
]);
chmodSync(target("cjs/bin.js"), 0o755);

// One implementation behind both entries: an error of one is an error of the other.
const names = Object.keys((await import(target("cjs/index.js"))) as object).filter((name) => /^[a-z]\w*$/i.test(name));
const exported = names.filter((name) => name !== "default").join(", ");
writeFileSync(target("index.js"), `export { ${exported} } from "./cjs/index.js";\n`);

const metafiles = bundles.map(({ metafile }) => metafile);
for (const metafile of metafiles) checkWhole(metafile);
writeFileSync(target("THIRD-PARTY-LICENSES.txt"), licensesOf(metafiles, { MIT: readFileSync(mit, "utf8") }));
