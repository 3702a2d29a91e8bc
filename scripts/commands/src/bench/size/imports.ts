import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { Folders, Peer } from "../peers/callers.ts";
import { median } from "../median.ts";

const TIMED = "const start = performance.now(); await import(NAME); console.log(performance.now() - start);";

/** Milliseconds that the first import takes in a fresh process, each peer in turn. */
export function importTimes({ peers, ours, heyApi, redocly }: Folders, rounds: number): Map<Peer, number> {
  const targets = new Map<Peer, [folder: string, name: string]>([
    ["@x/telnyx-video", [ours, "@x/telnyx-video"]],
    ["openapi-fetch", [peers, "openapi-fetch"]],
    ["hey-api", [peers, pathToFileURL(heyApi).href]],
    ["redocly", [peers, pathToFileURL(redocly).href]],
    ["telnyx", [peers, "telnyx"]],
  ]);
  const times = new Map([...targets.keys()].map((peer) => [peer, [] as number[]]));
  for (let n = 0; n < rounds; n++) {
    for (const [peer, [folder, name]] of targets) {
      const code = TIMED.replace("NAME", JSON.stringify(name));
      const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder });
      times.get(peer)?.push(Number(stdout));
    }
  }
  return new Map([...times].map(([peer, all]) => [peer, median(all)]));
}
