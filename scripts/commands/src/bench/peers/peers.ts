import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { root } from "../../workspace/files.ts";

const run = promisify(execFile);
const packages = join(root, "packages/");

/** What the client is measured against, and the tools to generate it with. */
const versions = {
  "openapi-fetch": "0.17.0",
  ky: "2.1.0",
  telnyx: "7.24.0",
  undici: "8.13.1",
  "@hey-api/openapi-ts": "0.99.0",
  typescript: "5.9.3",
};

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];

/** A folder outside the workspace with the peers installed, kept for the next run. */
export async function installPeers(): Promise<string> {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const folder = join(cache, "x-client-bench", hash(JSON.stringify(versions)));
  if (!existsSync(join(folder, "complete"))) {
    rmSync(folder, { recursive: true, force: true });
    startPackage(folder);
    const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
    await run("npm", ["install", ...quiet, ...wanted], { cwd: folder });
    writeFileSync(join(folder, "complete"), "");
  }
  return folder;
}

/** One package of its own, as a user installs it; its size is what it takes on disk. */
export async function installAlone(peers: string, name: keyof typeof versions): Promise<string> {
  const folder = join(peers, "alone", name);
  if (!existsSync(join(folder, "node_modules"))) {
    startPackage(folder);
    await run("npm", ["install", ...quiet, `${name}@${versions[name]}`], { cwd: folder });
  }
  return folder;
}

/** The packed tarballs of this repository, installed as a user installs them. They must be built. */
export async function installOurs(peers: string): Promise<string> {
  const folder = join(peers, "ours");
  rmSync(folder, { recursive: true, force: true });
  startPackage(folder);
  for (const name of ["client", "telnyx-video", "pagecall"]) {
    await run("pnpm", ["pack", "--pack-destination", folder], { cwd: join(packages, name) });
  }
  const tarballs = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  // Pagecall is there for the bundle of both; the installed size is measured without it.
  await run("npm", ["install", ...quiet, ...tarballs.map((file) => `./${file}`)], { cwd: folder });
  return folder;
}

/** hey-api's generated client for a spec, as TypeScript; kept for the next run. */
export async function generateHeyApi(peers: string, spec: string): Promise<string> {
  const folder = join(peers, `hey-api-${hash(spec)}`);
  if (!existsSync(join(folder, "sdk.gen.ts"))) {
    const input = `${folder}.yaml`;
    writeFileSync(input, spec);
    const cli = join(peers, "node_modules/@hey-api/openapi-ts/bin/run.js");
    await run(process.execPath, [cli, "--input", input, "--output", folder, "--silent", "--no-log-file"], {
      cwd: peers,
    });
  }
  return folder;
}

/** hey-api's client for the vendor's spec as one file of JavaScript. */
export async function bundleHeyApi(folder: string): Promise<string> {
  const outfile = `${folder}.mjs`;
  const contents = 'export { createClient } from "./client/index.ts"; export * from "./sdk.gen.ts";';
  await build({ stdin: { contents, resolveDir: folder, loader: "ts" }, bundle: true, format: "esm", outfile });
  return outfile;
}

/** The client that redocly, which lints the specs, generates for a vendor's spec: one file of JavaScript. */
export async function bundleRedocly(peers: string, name: string): Promise<string> {
  const folder = join(peers, `redocly-${hash(readSpec(name))}`);
  const outfile = join(folder, "client.mjs");
  if (!existsSync(outfile)) {
    mkdirSync(folder, { recursive: true });
    const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const client = join(folder, "client.ts");
    await run(process.execPath, [cli, "generate-client", join(root, `specs/${name}.yaml`), "-o", client], {
      cwd: folder,
      env,
    });
    await build({ entryPoints: [client], bundle: true, format: "esm", outfile });
  }
  return outfile;
}

/** The text of `specs/<name>.yaml`. */
export function readSpec(name: string): string {
  return readFileSync(join(packages, `../specs/${name}.yaml`), "utf8");
}

function startPackage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "bench", "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "import-here.js"), "export default (name) => import(name);\n");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
