import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PETS, Project } from "./project.ts";
import { xMock } from "./x-mock.ts";

let project: Project;

beforeAll(() => {
  project = new Project();
  project.install("@made-up/pets");
  project.install("toys", {
    index: 'exports.environment = { apiKey: "TOYS_KEY", baseUrl: "TOYS_URL" };',
    document: PETS.replace("/v3", "/toys").replace("id: 7", "id: 8"),
  });
  // A package of CommonJS says the same.
  project.write("node_modules/toys/package.json", JSON.stringify({ name: "toys", main: "index.js" }));
  project.write(
    "call.mjs",
    `const { PETS_BASE_URL, PETS_API_KEY, TOYS_URL, TOYS_KEY } = process.env;
     const pets = await (await fetch(PETS_BASE_URL + "/pet")).text();
     const toys = await (await fetch(TOYS_URL + "/pet")).text();
     console.log(JSON.stringify([pets, toys, PETS_API_KEY.length >= 16, TOYS_KEY.length >= 16, process.argv.slice(2)]));
     process.exitCode = 7;`,
  );
  project.write(
    "wait.mjs",
    `import { writeSync } from "node:fs";
     const heard = { SIGINT: 41, SIGTERM: 42, SIGHUP: 43 };
     for (const signal in heard) process.on(signal, () => process.exit(heard[signal]));
     setTimeout(() => {}, 60_000);
     writeSync(1, "waiting at " + process.env.PETS_BASE_URL + " as " + process.pid + "\\n");`,
  );
});
afterAll(() => project[Symbol.dispose]());

const WAITING = /waiting at (\S+) as (\d+)/;

test("a command finds the mocks of all packages, its arguments whole, and its exit code is passed on", async () => {
  const command = [process.execPath, "call.mjs", "--", "a b", "--port"];
  const { ended, output } = xMock(project.folder, "run", "@made-up/pets", "toys", "@made-up/pets", "--", ...command);
  expect(await ended()).toBe(7);
  expect(output()).toContain(JSON.stringify(['{"id":7}', '{"id":8}', true, true, ["--", "a b", "--port"]]));
  const urls = [...output().matchAll(/ is at (\S+) \(/g)].map((match) => String(match[1]));
  expect(urls.map((url) => new URL(url).pathname)).toEqual(["/v3", "/toys"]);
  for (const url of urls) await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test.each([
  ["SIGINT", 41],
  ["SIGTERM", 42],
  ["SIGHUP", 43],
] as const)("%s goes on to the command, which decides", async (signal, code) => {
  const { child, ended, said } = xMock(project.folder, "run", "@made-up/pets", "--", process.execPath, "wait.mjs");
  const [, url = ""] = await said(WAITING);
  expect((await fetch(`${url}/pet`)).status).toBe(200);
  child.kill(signal);
  expect(await ended()).toBe(code);
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("a command that a signal ends is passed on as that", async () => {
  const { ended, said } = xMock(project.folder, "run", "@made-up/pets", "--", process.execPath, "wait.mjs");
  const [, , pid] = await said(WAITING);
  process.kill(Number(pid), "SIGKILL");
  expect(await ended()).toBe("SIGKILL");
});

test("the mocks end with x-mock, even when it is killed", async () => {
  const { child, said } = xMock(project.folder, "run", "@made-up/pets", "--", process.execPath, "wait.mjs");
  const [, url = "", pid] = await said(WAITING);
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  child.kill("SIGKILL");
  // The connection ends with the process at its other end, by a reset or not. (`once` would reject on a reset.)
  const closed = new Promise((resolve) => socket.on("error", () => {}).on("close", resolve));
  socket.resume();
  await closed;
  process.kill(Number(pid));
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("on Windows, a command that is a script is run by its shell, each argument whole", async () => {
  // Windows as far as Node's programs see it: the name of the platform, and where programs are looked for.
  const script = `const { EventEmitter } = require("node:events");
    const processes = require("node:child_process");
    Object.defineProperty(process, "platform", { value: "win32" });
    Object.assign(process.env, { PATH: process.cwd() + "/tools", PATHEXT: ".EXE;.CMD", comspec: "cmd.exe" });
    processes.spawn = (command, args, { windowsVerbatimArguments }) => {
      console.log(JSON.stringify([command, args, windowsVerbatimArguments]));
      const child = Object.assign(new EventEmitter(), { kill() {} });
      setImmediate(() => child.emit("exit", 5, null));
      return child;
    };
    const { main } = require(${JSON.stringify(join(import.meta.dirname, "../dist/cjs/cli.js"))});
    main(["run", "toys", "--", "npm", "test", "a b&c"]);`;
  project.write("tools/npm.CMD", "");
  const { status, stdout } = spawnSync(process.execPath, ["--eval", script], { cwd: project.folder, encoding: "utf8" });
  expect(JSON.parse(stdout)).toEqual(["cmd.exe", ["/d", "/s", "/c", '"npm ^"test^" ^"a^ b^&c^""'], true]);
  expect(status).toBe(5);
});

test.each([
  ["no command", ["@made-up/pets"], "run needs a command after --: x-mock run @x/pagecall -- npm test"],
  ["no command after --", ["@made-up/pets", "--"], "run needs a command after --"],
  ["no package", ["--", "node"], "run needs the name of a package"],
  ["an unknown package", ["@made-up/none", "--", "node"], 'There is no package "@made-up/none" to be found from '],
  ["an unknown command", ["toys", "--", "no-such-command"], 'There is no command "no-such-command".'],
  [
    "an unknown option",
    ["--prot", "1", "toys", "--", "node"],
    "Unknown option '--prot' (known: --port, for serve; --help).",
  ],
  ["a port", ["--port", "4010", "toys", "--", "node"], "--port is for serve; run takes free ports."],
  ["a document", ["./openapi.yaml", "--", "node"], "run needs packages, which name their environment variables"],
  [
    "a package over others",
    ["over", "--", "node"],
    "over has no document of its own. Name the packages that it uses: x-mock run @made-up/pets toys -- …",
  ],
  ["a package that is too old", ["old", "--", "node"], "old does not say which environment variables it reads"],
  ["a package that says half", ["half", "--", "node"], "half does not say which environment variables it reads"],
  ["a package that throws", ["broken", "--", "node"], "broken can't be imported: out of luck"],
  ["a package without a document", ["bare", "--", "node"], "bare has no document"],
  ["a document that Prism can't load", ["toys", "empty", "--", "node"], "Prism can't load "],
  ["two of the same variables", ["toys", "twin", "--", "node"], "toys and twin both read TOYS_KEY"],
])("%s: one message, exit code 1, and the command does not run", async (_, args, message) => {
  project.install("old", { index: "export const baseUrl = '';" });
  project.install("over", { index: "", document: undefined });
  project.write(
    "node_modules/over/package.json",
    JSON.stringify({
      name: "over",
      main: "index.js",
      dependencies: { "@made-up/pets": "1", toys: "1", none: "1" },
    }),
  );
  project.install("half", { index: "export const environment = { apiKey: 'KEY' };" });
  project.install("broken", { index: "throw new Error('out of luck');" });
  project.install("bare", { document: undefined });
  project.install("empty", { document: "openapi: 3.1.0\ninfo: {}\npaths: {}" });
  project.install("twin", { index: "export const environment = { apiKey: 'TOYS_KEY', baseUrl: 'TWIN_URL' };" });
  const script = args.at(-1) === "node" ? ["--eval", "console.log('it ran')"] : [];
  const { ended, output } = xMock(project.folder, "run", ...args, ...script);
  expect(await ended()).toBe(1);
  const lines = output().trim().split("\n");
  const told = lines.filter((line) => !line.includes(" is at http"));
  expect(told).toEqual([expect.stringMatching(/^x-mock: /)]);
  expect(told[0]).toContain(message);
});
