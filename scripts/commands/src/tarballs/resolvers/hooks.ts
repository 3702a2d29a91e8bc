import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RESOLUTIONS } from "../checks/types.ts";
import { mustRun } from "../run.ts";
import { PUBLISHED_BEFORE, typescriptOf } from "../tools.ts";
import { NPM_INSTALL } from "../workspace.ts";

/** Libraries that take openapi-fetch's client, with what they need. */
const DEPENDENCIES = {
  "openapi-react-query": "0.5.4",
  "swr-openapi": "5.6.0",
  "openapi-fetch": "0.17.0",
  "@tanstack/react-query": "5.108.0",
  swr: "2.5.1",
  react: "19.3.1",
  "@types/react": "19.3.0",
};

/** Installs a project with those libraries and the packages, which no other check has. */
export async function prepareHooks(folder: string, tarballs: Iterable<string>): Promise<undefined> {
  mkdirSync(folder);
  copyFileSync(join(import.meta.dirname, "../consumer/hooks.ts"), join(folder, "hooks.ts"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies: DEPENDENCIES }),
  );
  // swr-openapi asks for openapi-typescript and TypeScript 5 beside it: it has no use for them at run time.
  const install = [
    ...NPM_INSTALL,
    "--legacy-peer-deps",
    "--prefer-offline",
    `--before=${PUBLISHED_BEFORE}`,
    ...tarballs,
  ];
  await mustRun("npm", install, { cwd: folder, timeoutMs: 180_000 });
}

/** Compiles hooks over `openapiFetch`. The declarations of those libraries are theirs: not all of them are without faults. */
export async function compileHooks(folder: string, typescript: string): Promise<undefined> {
  const tsc = await typescriptOf(typescript);
  const { commonJs: _, ...modules } = RESOLUTIONS.bundler;
  const compilerOptions = {
    ...modules,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    target: "es2022",
    lib: ["es2022", "dom"],
    types: ["react"],
    noEmit: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["hooks.ts"] }));
  await mustRun(tsc, ["--project", "tsconfig.json", "--pretty", "false"], { cwd: folder });
}
