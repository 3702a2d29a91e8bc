import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PETS, Project } from "./project.ts";
import { xMock } from "./x-mock.ts";

let project: Project;

beforeAll(() => {
  project = new Project();
  project.install("@made-up/pets");
  project.write("api/pets.yaml", PETS);
});
afterAll(() => project[Symbol.dispose]());

test.each(["SIGINT", "SIGTERM"] as const)("serves packages and documents until %s", async (signal) => {
  const { child, ended, output, said } = xMock(project.folder, "serve", "@made-up/pets", "api/pets.yaml");
  await said(/Ctrl-C/);
  const urls = [...output().matchAll(/^(\S+): (http\S+)$/gm)].map(([, name, url]) => [name, String(url)] as const);
  expect(urls.map(([name]) => name)).toEqual(["@made-up/pets", "api/pets.yaml"]);
  for (const [, url] of urls) expect(await (await fetch(`${url}/pet`)).json()).toEqual({ id: 7 });
  child.kill(signal);
  expect(await ended()).toBe(0);
  for (const [, url] of urls) await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("takes the port that it is given, or says that it is taken", async () => {
  const other = createServer();
  await once(other.listen(0, "127.0.0.1"), "listening");
  const { port } = other.address() as AddressInfo;
  const refused = xMock(project.folder, "serve", "@made-up/pets", "--port", String(port));
  expect(await refused.ended()).toBe(1);
  expect(refused.output()).toBe(
    `x-mock: Port ${port} is taken by another program. End that one, or give another port.\n`,
  );
  other.close();
  await once(other, "close");
  const { child, ended, said } = xMock(project.folder, "serve", "@made-up/pets", "--port", String(port));
  await said(new RegExp(`^@made-up/pets: http://127\\.0\\.0\\.1:${port}/v3$`, "m"));
  child.kill();
  expect(await ended()).toBe(0);
});

test.each([
  ["no command", [], "It needs a command."],
  ["an unknown command", ["start"], 'There is no command "start".'],
  ["nothing to serve", ["serve"], "serve needs the name of a package: x-mock serve @x/pagecall"],
  ["a command", ["serve", "@made-up/pets", "--", "npm"], "serve runs no command"],
  ["no port", ["serve", "@made-up/pets", "--port", "http"], "--port http is no port: give a number from 1 to 65535."],
  ["a port for two", ["serve", "@made-up/pets", "api/pets.yaml", "--port", "4010"], "--port is for one mock."],
  ["no such file", ["serve", "api/pest.yaml"], "There is no file "],
])("%s is told in words", async (_, args, message) => {
  const { ended, output } = xMock(project.folder, ...args);
  expect(await ended()).toBe(1);
  expect(output()).toContain(`x-mock: ${message}`);
  expect(output()).not.toMatch(/^\s+at /m);
});

test("--help says how it is used", async () => {
  const { ended, output } = xMock(project.folder, "--help");
  expect(await ended()).toBe(0);
  expect(output()).toContain("Usage: x-mock run <package…> -- <command…>");
});
