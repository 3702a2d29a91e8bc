import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../workspace/files.ts";

const packages = join(root, "packages/");

/** The sources instead of what is built of them: a measurement needs no build before it. */
export const sources: Record<string, string> = Object.fromEntries(
  ["client", "telnyx-video", "pagecall", "sessions"].map((name) => [`@x/${name}`, `${packages}${name}/src/index.ts`]),
);

export interface BundleSize {
  /** Bytes after minification. */
  readonly minified: number;
  /** Bytes of that after gzip, as a server would send it. */
  readonly gzipped: number;
}

/** What a bundler makes of an app's text, imports included. */
export async function bundleSize(
  app: string,
  folder: string,
  alias: Record<string, string> = sources,
  external: string[] = [],
): Promise<BundleSize> {
  const { outputFiles } = await build({
    stdin: { contents: app, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    alias,
    external,
    logLevel: "silent",
  });
  const bytes = (outputFiles[0] as { contents: Uint8Array }).contents;
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}

const TELNYX_CALL = `
import { createTelnyxVideo } from "@x/telnyx-video";
createTelnyxVideo({ apiKey: "k" }).viewRoomSession({ path: { room_session_id: "s" } }).then(console.log);
`;
const PAGECALL_CALL = `
import { createPagecall } from "@x/pagecall";
import { root } from "../../workspace/files.ts";
createPagecall({ apiKey: "k" }).getRoomSessions({ path: { room_id: "r" } }).then(console.log);
`;

/** An app that makes one call of one vendor, and one that makes a call of each. */
export const apps = { one: TELNYX_CALL, both: TELNYX_CALL + PAGECALL_CALL };
