import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { root as repository } from "../workspace/files.ts";
import { workspaceOf } from "./workspace.ts";
import { run } from "../workspace/run.ts";

/** Whatever is built or installed is made anew in the copy: nothing that runs there can reach the repository's own. */
const MADE = /(?:^|\/)(?:node_modules|dist|\.turbo|coverage|bench)$/;
const COPIED = [
  "package.json",
  "pnpm-workspace.yaml",
  "tsconfig.base.json",
  "redocly.yaml",
  "scripts/tsconfig.json",
  "specs",
  ...["client", "mock", "pagecall", "openapi", "contract"].map(folderOf),
];

/** A copy of the repository for the length of one test, with these files beside: enough to add a vendor to. */
export function copyOfRepository(files: { readonly [path: string]: string }): string {
  const root = workspaceOf(files);
  const filter = (from: string): boolean => !MADE.test(relative(repository, from));
  for (const path of COPIED) cpSync(join(repository, path), join(root, path), { recursive: true, filter });
  // No vendor is in it: as it was built.
  cpSync(join(repository, "packages/mock/dist"), join(root, "packages/mock/dist"), { recursive: true });
  for (const name of ["client", "mock", "openapi", "contract"]) install(root, name, name);
  return root;
}

/** What "pnpm install" does, without the registry: the package gets what its example has, one link each. */
export function install(root: string, name: string, example: string): void {
  const modules = join(repository, folderOf(example), "node_modules");
  const links = readdirSync(modules).flatMap((entry) => {
    if (entry.startsWith(".")) return [];
    return entry.startsWith("@") ? readdirSync(join(modules, entry)).map((each) => `${entry}/${each}`) : [entry];
  });
  for (const link of links) {
    const own = link.startsWith("@x/") ? join(root, folderOf(link.slice("@x/".length))) : undefined;
    const place = join(root, folderOf(name), "node_modules", link);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(own ?? realpathSync(join(modules, link)), place);
  }
}

/**
 * Runs a script of a package's manifest, or another command, in its folder, and returns what it printed.
 *
 * @param example - the package whose tools it uses
 * @throws {Error} with what it printed, when it fails
 */
export async function passes(root: string, name: string, command: string, example = name): Promise<string> {
  const folder = join(root, folderOf(name));
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const bins = [`${folderOf(example)}/node_modules/.bin`, "node_modules/.bin"].map((path) => join(repository, path));
  const variables = {
    PATH: [...bins, process.env["PATH"]].join(delimiter),
    pnpm_config_verify_deps_before_run: "false",
  };
  const { passed, output } = await run("sh", ["-c", manifest.scripts?.[command] ?? command], folder, variables);
  if (!passed) throw new Error(`${name}: ${command}:\n${output}`);
  return output;
}

/** The folder of a package of the repository; a new one is a vendor's. */
function folderOf(name: string): string {
  return existsSync(join(repository, "scripts", name)) ? `scripts/${name}` : `packages/${name}`;
}
