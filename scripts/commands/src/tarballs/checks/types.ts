import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "../run.ts";
import { typescriptOf } from "../tools.ts";
import { NPM_INSTALL, type InstalledPackage } from "../workspace.ts";

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

export interface TypesCase {
  readonly typescript: string;
  readonly resolution: "nodenext" | "bundler";
  /** Where the types of fetch come from: the DOM, or @types/node without it. */
  readonly globals: "dom" | "node";
}

/** Puts the user's program, and the types it needs, into the project. */
export async function prepareTypes(project: string, packages: readonly InstalledPackage[]): Promise<void> {
  for (const file of ["consumer.ts", "common-js.cts"]) {
    copyFileSync(join(import.meta.dirname, "../consumer", file), join(project, file));
  }
  // Each package's whole declarations, also of one that the program does not call.
  const all = packages.map(({ name }, index) => `import * as p${index} from "${name}";\nvoid p${index};\n`);
  writeFileSync(join(project, "every-package.ts"), all.join(""));
  await mustRun("npm", [...NPM_INSTALL, "--save-dev", NODE_TYPES], { cwd: project });
}

/** Compiles the user's program, with the declarations of all dependencies checked, into `out/`. */
export async function checkTypes(project: string, { typescript, resolution, globals }: TypesCase): Promise<undefined> {
  const tsc = await typescriptOf(typescript);
  const files = ["consumer.ts", "every-package.ts"];
  // TypeScript 5.4 does not know that `require` may load an ES module.
  if (resolution === "nodenext" && typescript !== "5.4.5") files.push("common-js.cts");
  const compilerOptions = {
    ...STRICT,
    module: resolution === "nodenext" ? "nodenext" : "esnext",
    moduleResolution: resolution,
    lib: globals === "dom" ? ["es2022", "dom"] : ["es2022"],
    types: globals === "dom" ? [] : ["node"],
    outDir: "out",
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  await mustRun(tsc, ["--project", "tsconfig.json", "--pretty", "false"], { cwd: project });
  return undefined;
}
