import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { JsonObject } from "@x/openapi";
import { mustRun } from "../tarballs/run.ts";
import { workspaceOf } from "../testing/workspace.ts";
import { keywords, leaving, naming } from "./documents.ts";
import { STEP, type Outcome } from "./outcome.ts";

let server: Server;
let asked: (string | undefined)[];
let url: string;

beforeEach(() => (asked = []));
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { "content-type": "application/json" }).end('{"type": "object"}');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

function spyingInto(log: string): { [name: string]: string } {
  return { NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, "spy.mjs")).href}`, REACH_LOG: log };
}

interface Reached {
  readonly outcomes: Outcome[];
  /** Whom the process and its children called, and what they read that no document may name. */
  readonly told: string[];
}

/** Does with these documents all that is done with a vendor's, in a process that writes down what it reaches. */
async function reached(documents: ReadonlyMap<string, JsonObject>): Promise<Reached> {
  const names = [...documents.keys()];
  const texts = [...documents.values()].map((document, index) => [
    `api/${1000 + index}.json`,
    JSON.stringify(document),
  ]);
  const folder = workspaceOf({ "canary.json": '{"type": "object"}', ...Object.fromEntries(texts) });
  const log = join(folder, "reached.log");
  const env = spyingInto(log);
  const script = join(import.meta.dirname, "steps.ts");
  const result = join(folder, "outcomes.json");
  const options = { cwd: join(folder, "api"), env, timeoutMs: 500_000 };
  await mustRun(process.execPath, [script, join(folder, "api"), result], options);
  const outcomes = JSON.parse(readFileSync(result, "utf8")) as Outcome[];
  return {
    told: toldIn(readFileSync(log, "utf8")),
    outcomes: outcomes.map((outcome, index) => ({ ...outcome, name: names[index] ?? "" })),
  };
}

/** What a log tells, each line with the step that it happened in. */
function toldIn(log: string): string[] {
  let step = "";
  return log.split("\n").flatMap((line) => {
    if (line.startsWith(STEP)) step = line.slice(STEP.length);
    return line.startsWith(STEP) || line === "" ? [] : [`${step}: ${line}`];
  });
}

test("the spy sees whoever reaches out: the tests below can fail", async () => {
  const folder = workspaceOf({
    "by-main/canary.json": "{}",
    "by-promise/canary.json": "{}",
    "by-a-worker/canary.json": "{}",
  });
  const log = join(folder, "log");
  const byChild = `require("node:http").get("${url}/by-a-child")`;
  const byWorker = `fetch("${url}/by-a-worker"); require("node:fs").readFileSync("by-a-worker/canary.json")`;
  const code = `
    import { readFileSync } from "node:fs";
    import { readFile } from "node:fs/promises";
    import { spawnSync } from "node:child_process";
    import { Worker } from "node:worker_threads";
    readFileSync("by-main/canary.json");
    await readFile("by-promise/canary.json");
    await fetch("${url}/by-fetch");
    spawnSync(process.execPath, ["-e", ${JSON.stringify(byChild)}]);
    new Worker(${JSON.stringify(byWorker)}, { eval: true, execArgv: [], env: {} });
  `;
  await mustRun(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder, env: spyingInto(log) });
  const connected = `connect ${url.slice("http://".length)}`;
  const told = readFileSync(log, "utf8").trim().split("\n");
  expect(told.filter((line) => line === connected)).toHaveLength(3);
  for (const reader of ["by-main", "by-promise", "by-a-worker"]) expect(told).toContain(`read ${reader}/canary.json`);
  expect(asked.toSorted()).toEqual(["/by-a-child", "/by-a-worker", "/by-fetch"]);
});

test("a reference that leads elsewhere is refused wherever it stands, before any tool follows it", async () => {
  const documents = leaving(url);
  const { outcomes, told } = await reached(documents);
  expect(outcomes.map(({ name }) => name)).toEqual([...documents.keys()]);
  expect([told, asked]).toEqual([[], []]);
  const accepting = outcomes.filter(({ name, steps }) =>
    // Prism follows no mapping.
    ["lint", ...(name.startsWith("a mapping") ? [] : ["mock of the document"])].some(
      (step) => !steps[step]?.includes("leaves the document"),
    ),
  );
  expect(accepting).toEqual([]);
});

test("addresses that are no references are kept, and not asked", async () => {
  const { outcomes, told } = await reached(new Map([["all", naming(url)]]));
  expect(outcomes).toEqual([{ name: "all", steps: {} }]);
  expect([told, asked]).toEqual([[], []]);
});

test("what other tools might take for a reference is followed by none", async () => {
  const documents = keywords(url);
  const { outcomes, told } = await reached(documents);
  expect(outcomes.map(({ name }) => name)).toEqual([...documents.keys()]);
  expect([told, asked]).toEqual([[], []]);
});
