import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "@x/openapi";
import { mustRun } from "../run.ts";
import { bundle } from "../runtimes/bundle.ts";
import { tool, toolFile } from "../tools.ts";

/** How a program of the user's loads the packages. */
export type Form = "import" | "require" | "both";

/** The programs, in the consumer's folder. */
export const PROGRAMS: Readonly<Record<Form, string>> = { import: "main.mjs", require: "main.cjs", both: "both.mjs" };

export interface Bundler {
  readonly name: string;
  /** Makes one file of a program and of all that it loads, without any configuration, and tells where. */
  build(folder: string, program: string): Promise<string>;
  /** What Node needs to run a file that was made for a browser. */
  readonly nodeOptions?: readonly string[];
}

// What Vite puts first into the script of a page asks whether the browser knows `modulepreload`: it does.
const DOCUMENT = "globalThis.document={createElement:()=>({relList:{supports:()=>true}})}";

export const bundlers: readonly Bundler[] = [
  {
    name: "esbuild",
    async build(folder, program) {
      await bundle(folder, program, `esbuild/${program}.mjs`);
      return `esbuild/${program}.mjs`;
    },
  },
  {
    name: "webpack",
    async build(folder, program) {
      const output = ["--output-path", "webpack", "--output-filename", `${program}.cjs`];
      await mustRun(await tool("webpack"), [`./${program}`, "--mode", "production", ...output], { cwd: folder });
      return `webpack/${program}.cjs`;
    },
  },
  {
    name: "Rollup",
    async build(folder, program) {
      const plugins = ["node-resolve", "commonjs"].map((name) => `@rollup/plugin-${name}/dist/cjs/index.js`);
      const args = ["--format", "es", "--failAfterWarnings", "--file", `rollup/${program}.mjs`];
      for (const plugin of plugins) args.push("--plugin", await toolFile("rollup", plugin));
      await mustRun(await tool("rollup"), [program, ...args], { cwd: folder });
      return `rollup/${program}.mjs`;
    },
  },
  {
    name: "Vite",
    nodeOptions: ["--import", `data:text/javascript,${DOCUMENT}`],
    async build(folder, program) {
      writeFileSync(join(folder, "index.html"), `<!doctype html>\n<script type="module" src="/${program}"></script>\n`);
      await mustRun(await tool("vite"), ["build", "--outDir", `vite/${program}`], { cwd: folder });
      const assets = `vite/${program}/assets`;
      const [script, ...others] = readdirSync(join(folder, assets));
      if (!script || others.length) throw new Problem(`Vite made ${[script, ...others].join(", ")}, not one script`);
      return `${assets}/${script}`;
    },
  },
];
