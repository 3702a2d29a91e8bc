import { startMock } from "@x/mock";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { vendorNames } from "@x/generator";
import { mustRun, run, temporaryFolder } from "../../tarballs/run.ts";
import { root } from "../../workspace/files.ts";
import { buildAll, packAll } from "../../tarballs/workspace.ts";
import type { Block } from "../markdown.ts";
import type { Page } from "../pages.ts";
import { missingLines } from "./printed.ts";
import { serveTarballs } from "./tarball-registry.ts";

/** What readers have beside the packages: their compiler, and what the pages name. */
const TOOLS = ["typescript@7.0.2", "@types/node@26.6.6", "undici@8.13.1", "vitest@5.1.1", "msw@3.0.5", "nock@15.0.6"];
const COMPILER = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: "es2023",
  module: "nodenext",
  moduleDetection: "force",
  allowImportingTsExtensions: true,
  allowJs: true,
  checkJs: true,
  noEmit: true,
  types: ["node"],
};

/** Someone who has the published packages and the pages, and nothing of this repository. */
export interface Reader extends AsyncDisposable {
  /** What npm has to be told, to find the packages. */
  readonly npmrc: string;
  /** Compiles the blocks of all pages together. Returns what the compiler says, each line with page and line. */
  compile(pages: readonly Page[]): Promise<string>;
  /** Runs a block against the mocks. Returns what went wrong. */
  runProgram(page: Page, block: Block): Promise<string | undefined>;
  /** Runs a page's commands one after the other, in a folder that has the page's files and nothing else. */
  runCommands(page: Page): Promise<string[]>;
}

const isProgram = ({ language }: Block): boolean => language === "ts" || language === "js";
/** Whether a reader runs a block in a folder of their own. */
export const isCommand = ({ language, marks }: Pick<Block, "language" | "marks">): boolean =>
  language === "sh" && marks["not run"] === undefined && marks["in a clone"] === undefined;
const pathOf = (page: Page, { language, line, marks }: Block): string =>
  join("pages", page.path.replaceAll("/", "_"), marks["file"] ?? `line-${line}.${language}`);

/** Packs what is built, and installs it as a reader would. */
export async function createReader(): Promise<Reader> {
  await using made = new AsyncDisposableStack();
  await buildAll();
  const folder = temporaryFolder("x-reader");
  made.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const tarballs = await packAll(folder);
  const registry = made.use(await serveTarballs(tarballs));
  const library = join(folder, "library");
  write(library, { ".npmrc": registry.npmrc, "package.json": JSON.stringify({ private: true, type: "module" }) });
  await mustRun("npm", ["install", ...tarballs.keys(), ...TOOLS], { cwd: library, timeoutMs: 240_000 });
  const env: Record<string, string> = {};
  for (const vendor of vendorNames(root)) {
    const mock = made.use(await startMock(`@x/${vendor}`, { from: library }));
    const { environment } = (await import(
      pathToFileURL(join(library, `node_modules/@x/${vendor}/dist/index.js`)).href
    )) as {
      environment: { apiKey: string; baseUrl: string };
    };
    Object.assign(env, { [environment.apiKey]: "not-a-real-key", [environment.baseUrl]: mock.url });
  }
  const resources = made.move();
  return {
    npmrc: registry.npmrc,
    async compile(pages) {
      const files: Record<string, string> = {};
      for (const page of pages)
        for (const block of page.blocks.filter(isProgram))
          if (block.marks["not checked"] === undefined) files[pathOf(page, block)] = block.text;
      write(library, files);
      const options = { compilerOptions: COMPILER, include: ["pages"] };
      write(library, { "tsconfig.json": JSON.stringify(options) });
      const { stdout } = await run(join(library, "node_modules/.bin/tsc"), ["--pretty", "false"], { cwd: library });
      return stdout;
    },
    async runProgram(page, block) {
      const cwd = dirname(join(library, pathOf(page, block)));
      const { code, stderr } = await run(process.execPath, [join(library, pathOf(page, block))], { cwd, env });
      return code === 0 ? undefined : `${page.path}:${block.line}: exit code ${code}\n${stderr}`;
    },
    async runCommands(page) {
      const cwd = join(folder, "folders", page.path.replaceAll("/", "_"));
      write(cwd, { ".npmrc": registry.npmrc });
      const failed: string[] = [];
      for (const [index, { language, text, line, marks }] of page.blocks.entries()) {
        if (marks["file"]) write(cwd, { [marks["file"]]: `${text}\n` });
        if (!isCommand({ language, marks })) continue;
        const { code, stdout, stderr } = await run("bash", ["-ec", text], { cwd, timeoutMs: 240_000 });
        if (code !== 0) failed.push(`${page.path}:${line}: exit code ${code}\n${stdout}${stderr}`);
        const lacking = missingLines(page.blocks[index + 1], stdout);
        if (lacking.length) failed.push(`${page.path}:${line} did not print\n${lacking.join("\n")}\nbut\n${stdout}`);
      }
      return failed;
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
