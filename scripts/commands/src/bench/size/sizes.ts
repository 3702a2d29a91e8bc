import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { apps, bundleSize } from "./bundle.ts";
import type { Folders, Peer } from "../peers/callers.ts";
import { installAlone } from "../peers/peers.ts";

const rawApp = `
const response = await fetch("https://api.telnyx.com/v2/room_sessions/s", { headers: { authorization: "Bearer k" } });
console.log(await response.json());
`;
const openapiFetchApp = `
import createClient from "openapi-fetch";
const client = createClient({ baseUrl: "https://api.telnyx.com/v2", headers: { authorization: "Bearer k" } });
client.GET("/room_sessions/{room_session_id}", { params: { path: { room_session_id: "s" } } }).then(console.log);
`;
const heyApiApp = `
import { client } from "./client.gen.ts";
import { viewRoomSession } from "./sdk.gen.ts";
client.setConfig({ auth: "k" });
viewRoomSession({ path: { room_session_id: "s" } }).then(console.log);
`;
const redoclyApp = `
import { configure, ViewRoomSession } from "./client.ts";
configure({ auth: { bearer: "k" } });
ViewRoomSession({ path: { room_session_id: "s" } }).then(console.log);
`;
const kyApp = `
import ky from "ky";
${openapiFetchApp.replace("createClient({", "createClient({ fetch: (request) => ky(request),")}
`;
const telnyxApp = `
import Telnyx from "telnyx";
new Telnyx({ apiKey: "k" }).rooms.sessions.retrieve("s").then(console.log);
`;

/** Bytes of an app of one call, minified and gzipped. */
export async function bundleSizes({
  peers,
  ours,
  heyApi,
  redocly,
}: Folders): Promise<Map<Peer | "both vendors", number>> {
  const entries: [Peer | "both vendors", string, string][] = [
    ["raw fetch", rawApp, peers],
    ["@x/telnyx-video", apps.one, ours],
    ["both vendors", apps.both, ours],
    ["openapi-fetch", openapiFetchApp, peers],
    ["hey-api", heyApiApp, heyApi.replace(/\.mjs$/, "")],
    ["redocly", redoclyApp, dirname(redocly)],
    ["openapi-fetch + ky", kyApp, peers],
    ["telnyx", telnyxApp, peers],
  ];
  const sizes = entries.map(async ([name, app, folder]): Promise<[typeof name, number]> => {
    // What is installed is bundled, not the sources. What only Node has is left out: telnyx does not bundle without.
    return [name, (await bundleSize(app, folder, {}, ["node:*", "crypto"])).gzipped];
  });
  return new Map(await Promise.all(sizes));
}

export interface InstalledSize {
  readonly bytes: number;
  readonly files: number;
}

/** What a package and its dependencies take on disk. */
export async function installedSizes({ peers, ours }: Folders): Promise<Map<Peer, InstalledSize>> {
  const sizes = new Map<Peer, InstalledSize>([
    ["@x/telnyx-video", measure(join(ours, "node_modules"), /^@x\/pagecall$/)],
  ]);
  for (const peer of ["openapi-fetch", "telnyx"] as const) {
    sizes.set(peer, measure(join(await installAlone(peers, peer), "node_modules")));
  }
  return sizes;
}

function measure(folder: string, leftOut?: RegExp): InstalledSize {
  let bytes = 0;
  let files = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path
      .slice(folder.length + 1)
      .split("/")
      .slice(0, 2)
      .join("/");
    if (!entry.isFile() || leftOut?.test(name) || name.startsWith(".")) continue;
    files++;
    bytes += statSync(path).size;
  }
  return { bytes, files };
}
