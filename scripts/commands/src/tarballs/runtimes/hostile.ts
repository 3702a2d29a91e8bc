import { realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { Problem } from "@x/openapi";
import { root } from "../../workspace/files.ts";
import { run, temporaryFolder } from "../run.ts";
import { NODE_VERSIONS, nodeOf, toolFile } from "../tools.ts";
import type { Report } from "../report.ts";

const client = join(root, "packages/client");
/** The oldest that vitest takes; below, the faults are run by a script. */
const OLDEST_OF_VITEST = 22;
/**
 * What sends, and the oldest Node that it passes on. undici 8 does not load on Node 20, whose own `fetch` may wait until the
 * deadline for a connection that was closed at once.
 */
const TRANSPORTS = [
  ["fetch", 22],
  ["undici", 0],
  ["undici-8", 22],
] as const;

/** The hostile suite of the client's sources, on every Node over everything that sends. Returns the names of the rows. */
export async function runHostileSuites(report: Report): Promise<string[]> {
  for (const version of NODE_VERSIONS) {
    for (const [transport, oldest] of TRANSPORTS) {
      if (Number.parseInt(version, 10) < oldest) continue;
      await report.check(transport, `Node ${version}`, () => runSuite(version, transport));
    }
  }
  return NODE_VERSIONS.map((version) => `Node ${version}`);
}

export const hostileColumns: readonly string[] = TRANSPORTS.map(([name]) => name);

async function runSuite(version: string, transport: string): Promise<string> {
  const node = await nodeOf(version);
  const isOld = Number.parseInt(version, 10) < OLDEST_OF_VITEST;
  const vitest = [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    "packages/client/vitest.hostile.config.ts",
  ];
  const CLIENT_TRANSPORT = isOld && transport !== "fetch" ? undiciFile(transport) : transport;
  const { code, stdout, stderr } = await run(node, isOld ? [await bundledSuite()] : vitest, {
    cwd: root,
    env: { CLIENT_TRANSPORT },
    timeoutMs: 15 * 60_000,
  });
  if (isOld) {
    const { ran, failed } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}") as { ran: number; failed: string[] };
    if (failed.length) throw new Problem(failed.join("\n"));
    return `${ran} cases`;
  }
  if (code !== 0) throw new Problem(`${stdout}${stderr}`.split("\n").slice(-80).join("\n"));
  return `${/Tests\D+(\d+) passed/.exec(stdout)?.[1]} cases`;
}

/** The file of the client's undici. */
function undiciFile(name: string): string {
  return realpathSync(join(client, "node_modules", name, "index.js"));
}

/** The faults and what plays them as one script, with Jest's `expect` in place of vitest's. */
async function bundledSuite(): Promise<string> {
  const folder = temporaryFolder("x-hostile");
  const expectFile = await toolFile("expect", "expect/build/index.js");
  const standIn = join(folder, "expect.mjs");
  // Jest's takes no second argument.
  writeFileSync(
    standIn,
    `import jest from ${JSON.stringify(expectFile)};\nexport const expect = Object.assign((value) => jest.expect(value), jest.expect);\n`,
  );
  const outfile = join(folder, "on-node.mjs");
  await build({
    entryPoints: [join(client, "test/hostile/on-node.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    alias: { vitest: standIn },
    external: [expectFile],
    logLevel: "silent",
    outfile,
  });
  return outfile;
}
