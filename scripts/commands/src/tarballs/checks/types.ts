import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../run.ts";
import { typescriptOf } from "../tools.ts";
import { NPM_INSTALL, type InstalledPackage } from "../workspace.ts";
import { entryPoints } from "./entry-points.ts";

/** Of the oldest Node that is promised. */
const NODE_TYPES = "@types/node@20.19.43";

/** How users set their compiler, as strict as it gets. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: false,
  skipLibCheck: false,
  target: "es2022",
};

/** How users have their compiler resolve: as an ES module, or as CommonJS. */
export const RESOLUTIONS = {
  nodenext: { commonJs: false, module: "nodenext", moduleResolution: "nodenext" },
  bundler: { commonJs: false, module: "esnext", moduleResolution: "bundler" },
  "nodenext, CommonJS package": { commonJs: true, module: "nodenext", moduleResolution: "nodenext" },
  "commonjs, node10": { commonJs: true, module: "commonjs", moduleResolution: "node10" },
  "commonjs, bundler": { commonJs: true, module: "commonjs", moduleResolution: "bundler" },
} as const;

export interface TypesCase {
  readonly typescript: string;
  readonly resolution: keyof typeof RESOLUTIONS;
  /** Where the types of fetch come from: the DOM, or @types/node without it. */
  readonly globals: "dom" | "node";
}

/** Where a CommonJS package of the user's stands in the project. */
const COMMON_JS = "commonjs";

/** Puts the user's program, and the types it needs, into the project: as an ES module, and as CommonJS. */
export async function prepareTypes(project: string, packages: readonly InstalledPackage[]): Promise<void> {
  // The whole declarations of each entry point, also of one that the program does not use.
  const entries = packages.flatMap(({ name, manifest }) =>
    entryPoints(manifest).map((entry) => name + entry.name.slice(1)),
  );
  const all = entries.map((entry, index) => `import * as p${index} from "${entry}";\nvoid p${index};\n`);
  mkdirSync(join(project, COMMON_JS), { recursive: true });
  for (const folder of [project, join(project, COMMON_JS)]) {
    for (const file of ["consumer.ts", "main.ts", "common-js.cts"]) {
      copyFileSync(join(import.meta.dirname, "../consumer", file), join(folder, file));
    }
    writeFileSync(join(folder, "every-package.ts"), all.join(""));
  }
  writeFileSync(join(project, COMMON_JS, "package.json"), JSON.stringify({ private: true }));
  await mustRun("npm", [...NPM_INSTALL, "--save-dev", NODE_TYPES], { cwd: project });
}

/**
 * Compiles the user's program, with the declarations of all dependencies checked.
 *
 * @returns where the compiled program stands, in the project
 */
export async function compileTypes(project: string, { typescript, resolution, globals }: TypesCase): Promise<string> {
  const tsc = await typescriptOf(typescript);
  const { commonJs, ...modules } = RESOLUTIONS[resolution];
  const files = ["main.ts", "every-package.ts"];
  if (modules.module === "nodenext") files.push("common-js.cts");
  const compilerOptions = {
    ...STRICT,
    ...modules,
    lib: globals === "dom" ? ["es2022", "dom"] : ["es2022"],
    types: globals === "dom" ? [] : ["node"],
    rootDir: ".",
    outDir: "out",
  };
  const folder = commonJs ? COMMON_JS : ".";
  writeFileSync(join(project, folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  await mustRun(tsc, ["--project", "tsconfig.json", "--pretty", "false"], { cwd: join(project, folder) });
  return join(folder, "out/main.js");
}
