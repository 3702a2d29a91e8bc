import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPrism } from "./start-prism.ts";

const spec = `openapi: 3.1.0
info: { title: Small, version: 1.0.0 }
paths:
  /thing:
    get:
      responses:
        '200': { description: It, content: { application/json: { example: { id: 7 } } } }
`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "prism-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("serves a spec until it is closed", async () => {
  const prism = await startPrism(write("small.yaml", spec));
  const response = await fetch(`${prism.url}/thing`);
  expect(await response.json()).toEqual({ id: 7 });
  await prism.close();
  await prism.close();
  await expect(fetch(`${prism.url}/thing`)).rejects.toThrow("fetch failed");
});

test("says that the port is taken, and leaves whoever has it alone", async () => {
  await using first = await startPrism(write("small.yaml", spec));
  const { port } = new URL(first.url);
  await expect(startPrism(first.specPath, { port: Number(port) })).rejects.toThrow(
    `Port ${port} is taken by another program. End that one, or give another port.`,
  );
  expect((await fetch(`${first.url}/thing`)).status).toBe(200);
});

test.each([
  ["is not there", undefined, /^There is no file .*spec\.yaml\.$/],
  ["does not parse", "paths: {", /spec\.yaml can't be read: .*end of the stream/],
  ["is no object", "- 1", /spec\.yaml does not hold an OpenAPI document/],
  ["is Swagger", "swagger: '2.0'\npaths: {}", /spec\.yaml#\/openapi is undefined; OpenAPI 3\.0 and 3\.1 are supported/],
  ["has no paths", "openapi: 3.1.0", /spec\.yaml has no "paths" object/],
  ["has no operations", "openapi: 3.1.0\ninfo: {}\npaths: {}", /Prism on .*spec\.yaml ended .*No operations found/s],
  [
    "has a $ref to nowhere",
    spec.replace("{ id: 7 }", "{ $ref: '#/nowhere' }"),
    /Prism on .*spec\.yaml ended .*nowhere/s,
  ],
])("names a spec that %s", async (_, text, message) => {
  const path = join(folder, "spec.yaml");
  rmSync(path, { force: true });
  if (text !== undefined) write("spec.yaml", text);
  await expect(startPrism(path)).rejects.toThrow(message);
});

test("tells when Prism ends although nobody closed it", async () => {
  await using prism = await startPrism(write("small.yaml", spec));
  prism.process.kill("SIGKILL");
  const reason = await prism.died;
  expect(reason.message).toMatch(/^Prism on .*small\.yaml ended \(SIGKILL\)/);
});

test("does not outlive the process that started it, even one that is killed", async () => {
  const script = write(
    "parent.ts",
    `import { startPrism } from ${JSON.stringify(join(import.meta.dirname, "start-prism.ts"))};
     process.stdout.write((await startPrism(${JSON.stringify(write("small.yaml", spec))})).url);`,
  );
  const parent = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const [url] = (await once(parent.stdout, "data")) as [Buffer];
  const socket = connect(Number(new URL(String(url)).port), "127.0.0.1");
  await once(socket, "connect");
  parent.kill("SIGKILL");
  // The connection ends with the process at its other end, by a reset or not. (`once` would reject on a reset.)
  await new Promise((resolve) =>
    socket
      .on("error", () => {})
      .on("close", resolve)
      .resume(),
  );
  expect(socket.destroyed).toBe(true);
});
