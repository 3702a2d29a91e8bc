import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../workspace/files.ts";

const packages = join(root, "packages/");

/** What is built, which is what users have: of the sources, a bundler may leave out more. */
export const built: Record<string, string> = Object.fromEntries([
  ...["client", "telnyx-video", "pagecall", "sessions"].map((name) => [
    `@x/${name}`,
    `${packages}${name}/dist/index.js`,
  ]),
  ...["client", "telnyx-video", "pagecall"].map((name) => [
    `@x/${name}/openapi-fetch`,
    `${packages}${name}/dist/openapi-fetch.js`,
  ]),
]);

export interface BundleSize {
  /** Bytes after minification. */
  readonly minified: number;
  /** Bytes of that after gzip, as a server would send it. */
  readonly gzipped: number;
}

/** The files of which something is in an app's bundle. */
export async function bundledFiles(app: string, folder: string, alias: Record<string, string>): Promise<string[]> {
  const { metafile } = await build({ ...settings(app, folder), alias, metafile: true });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) => (bytesInOutput ? [file] : []));
}

/** What a bundler makes of an app's text, imports included. */
export async function bundleSize(
  app: string,
  folder: string,
  alias: Record<string, string> = built,
  external: string[] = [],
): Promise<BundleSize> {
  const { outputFiles } = await build({ ...settings(app, folder), alias, external });
  const bytes = (outputFiles[0] as { contents: Uint8Array }).contents;
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}

function settings(app: string, folder: string) {
  return {
    stdin: { contents: app, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  } as const;
}

const TELNYX_CALL = `
import { createTelnyxVideo } from "@x/telnyx-video";
createTelnyxVideo({ apiKey: "k" }).viewRoomSession({ path: { room_session_id: "s" } }).then(console.log);
`;
const PAGECALL_CALL = `
import { createPagecall } from "@x/pagecall";
createPagecall({ apiKey: "k" }).getRoomSessions({ path: { room_id: "r" } }).then(console.log);
`;

/** An app that makes one call of one vendor, and one that makes a call of each. */
export const apps = { one: TELNYX_CALL, both: TELNYX_CALL + PAGECALL_CALL };
