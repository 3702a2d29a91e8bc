import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { root as repository } from "../workspace/files.ts";
import { treeOf, workspaceOf, write } from "./workspace.ts";

/**
 * Where the commands themselves come from, which nothing changes: the rest is what they work on. `api.txt` is made of what is
 * built, after an update and beside it; `npm test` holds it against that.
 */
const FIXED =
  /^(?:node_modules|scripts|packages\/(?:client|mock|pagecall\/api\.txt|[^/]+\/(?:node_modules|dist)))(?:\/|$)/;
const SCRIPTS = ["openapi", "sources", "generator", "differ", "contract", "commands"];
/** What the commands start to see how all is: here, all is well. */
const TOOLS = ["pnpm", "turbo", "vitest", "oxfmt", "node"];

/** A repository of one vendor, with the commands, for the length of one test. */
export class Sandbox {
  readonly root: string;
  readonly #pristine: string;
  readonly #temporary: string;

  /** @param files - beside what the repository has */
  constructor(files: { readonly [path: string]: string }) {
    const tools = TOOLS.map((name) => [`node_modules/.bin/${name}`, "#!/bin/sh\n"]);
    this.root = workspaceOf({ ...files, ...Object.fromEntries(tools), ".changeset/config.json": "{}" });
    for (const name of TOOLS) chmodSync(join(this.root, "node_modules/.bin", name), 0o755);
    for (const path of ["redocly.yaml", "specs/pagecall.yaml", "specs/sources.json", "packages/sessions/package.json"])
      this.#copy(path);
    for (const name of SCRIPTS) this.#copy(`scripts/${name}`);
    for (const name of ["client", "mock", "pagecall"]) this.#copy(`packages/${name}`);
    for (const path of [
      ...SCRIPTS.map((name) => `scripts/${name}`),
      "packages/client",
      "packages/mock",
      "packages/pagecall",
    ])
      this.#install(path);
    this.#temporary = workspaceOf({});
    this.#pristine = workspaceOf({});
    this.keep();
  }

  #copy(path: string): void {
    const filter = (from: string): boolean => !/\/(?:node_modules|\.turbo|coverage)$/.test(from);
    cpSync(join(repository, path), join(this.root, path), { recursive: true, filter });
  }

  /** Links to what the repository has installed; to the packages of this one. */
  #install(path: string): void {
    const modules = join(repository, path, "node_modules");
    for (const entry of readdirSync(modules)) {
      const links = entry.startsWith("@")
        ? readdirSync(join(modules, entry)).map((each) => `${entry}/${each}`)
        : [entry];
      for (const link of links.filter((each) => !each.startsWith("."))) {
        const real = realpathSync(join(modules, link));
        const isOwn = link.startsWith("@x/") && !relative(repository, real).startsWith("..");
        mkdirSync(dirname(join(this.root, path, "node_modules", link)), { recursive: true });
        symlinkSync(
          isOwn ? join(this.root, relative(repository, real)) : real,
          join(this.root, path, "node_modules", link),
        );
      }
    }
  }

  /** Takes what is there now for what a test begins with. */
  keep(): void {
    rmSync(this.#pristine, { recursive: true });
    const filter = (from: string): boolean => !FIXED.test(relative(this.root, from));
    cpSync(this.root, this.#pristine, { recursive: true, filter });
  }

  /** Puts everything back, or puts there what was kept elsewhere. */
  restore(from: string = this.#pristine): void {
    for (const path of this.#own()) rmSync(join(this.root, path), { recursive: true });
    cpSync(from, this.root, { recursive: true, verbatimSymlinks: true });
  }

  /** The outermost paths of what is no part of the commands. */
  #own(folder = ""): string[] {
    return readdirSync(join(this.root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (FIXED.test(path)) return [];
      const holdsFixed = path === "packages" || existsSync(join(this.root, path, "node_modules"));
      return entry.isDirectory() && holdsFixed ? this.#own(path) : [path];
    });
  }

  /** Runs a command as people do, to its end. */
  run(
    args: readonly string[],
    variables: { readonly [name: string]: string } = {},
  ): { code: number | null; output: string } {
    const [script = "", ...rest] = args;
    const { TELNYX_API_KEY: _, PAGECALL_API_KEY: __, DRIFT_PARAMETERS: ___, npm_execpath: ____, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(this.root, "scripts/commands/src", script), ...rest],
      {
        cwd: this.root,
        encoding: "utf8",
        env: {
          ...env,
          PATH: [join(this.root, "node_modules/.bin"), process.env["PATH"]].join(delimiter),
          TMPDIR: this.#temporary,
          NO_COLOR: "1",
          ...variables,
        },
      },
    );
    return { code: status, output: `${stdout}${stderr}` };
  }

  /** Everything that a command could have changed, and what it left in the folder for temporary files. */
  tree(): { [path: string]: string } {
    const left = readdirSync(this.#temporary).map((name) => [`temporary ${name}`, ""]);
    const texts = this.#own().flatMap((path): [string, string][] => {
      if (!statSync(join(this.root, path)).isDirectory()) return [[path, readFileSync(join(this.root, path), "utf8")]];
      const within = Object.entries(treeOf(join(this.root, path))).map(([name, text]) => [`${path}/${name}`, text]);
      return [[`${path}/`, ""], ...(within as [string, string][])];
    });
    return Object.fromEntries([...texts, ...left]) as { [path: string]: string };
  }

  write(files: { readonly [path: string]: string }): void {
    write(this.root, files);
  }
}
