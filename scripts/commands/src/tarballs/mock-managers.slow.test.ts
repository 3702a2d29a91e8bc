import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { mustRun, run, temporaryFolder } from "./run.ts";
import { NODE_VERSIONS, nodeOf, tool } from "./tools.ts";
import { pnpmProgram } from "../workspace/programs.ts";
import { buildAll, NPM_INSTALL, packAll } from "./workspace.ts";

/** A user's command: it calls the mock, with nothing but what the environment says. */
const COMMAND = `import { createPagecall, environment } from "@x/pagecall";
const pagecall = createPagecall({ baseUrl: process.env[environment.baseUrl] });
const { sessions } = await pagecall.getRoomSessions({ path: { room_id: "000585f36eed9e8fb6b655b4" } });
console.log(JSON.stringify([process.versions.node, sessions.length, process.argv.slice(2)]));
process.exitCode = 7;
`;
const TYPED = ["run", "@x/pagecall", "@x/telnyx-video", "--", "node", "command.mjs", "--", "a b"];

interface Manager {
  /** Installs what package.json says, into the folder. */
  install(folder: string): Promise<unknown>;
  /** How it runs x-mock: a program and its first arguments. */
  readonly exec: () => Promise<readonly string[]>;
}

const managers: Readonly<Record<string, Manager>> = {
  npm: {
    install: (folder) => mustRun("npm", NPM_INSTALL, { cwd: folder }),
    exec: async () => ["npx", "--no", "@x/mock"],
  },
  "pnpm without hoisting": {
    install: (folder) =>
      mustRun(pnpmProgram(), ["install", "--config.hoist=false", "--ignore-scripts"], { cwd: folder }),
    exec: async () => [pnpmProgram(), "exec", "x-mock"],
  },
  "Yarn Plug'n'Play": {
    // In CI it refuses to write a lockfile, unless it is told to.
    install: async (folder) => mustRun(await tool("yarn"), ["install", "--no-immutable"], { cwd: folder }),
    exec: async () => [await tool("yarn"), "x-mock"],
  },
};

let tarballs: ReadonlyMap<string, string>;

beforeAll(async () => {
  await buildAll();
  tarballs = await packAll(temporaryFolder("x-mock-tarballs"));
});

describe.each(Object.entries(managers))("installed by %s", (_, { install, exec }) => {
  const folder = join(temporaryFolder("x-mock-managers"), "project");
  beforeAll(async () => {
    writeProject(folder);
    await install(folder);
  });

  test.each(NODE_VERSIONS)("on Node %s, a command runs against the mocks", async (version) => {
    const [program = "", ...first] = await exec();
    const path = [dirname(await nodeOf(version)), process.env["PATH"]].join(delimiter);
    const ran = await run(program, [...first, ...TYPED], { cwd: folder, env: { PATH: path } });
    expect(ran.stdout.trim().split("\n").at(-1)).toBe(JSON.stringify([version, 1, ["--", "a b"]]));
    expect(ran.code).toBe(7);
  });
});

/** Each manager takes of it what it knows. */
function writeProject(folder: string): void {
  const file = (name: string): string => `file:${tarballs.get(name)}`;
  const client = { "@x/client": file("@x/client") };
  const manifest = {
    private: true,
    type: "module",
    dependencies: { "@x/pagecall": file("@x/pagecall"), "@x/telnyx-video": file("@x/telnyx-video") },
    devDependencies: { "@x/mock": file("@x/mock") },
    overrides: client,
    resolutions: client,
  };
  const files = {
    "package.json": JSON.stringify(manifest),
    "command.mjs": COMMAND,
    "pnpm-workspace.yaml": JSON.stringify({ overrides: client }),
    "yarn.lock": "",
    ".yarnrc.yml": "nodeLinker: pnp\nenableTelemetry: false\nenableScripts: false\nenableGlobalCache: false\n",
  };
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
