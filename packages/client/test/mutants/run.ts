import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { responseMutants } from "./responses.ts";
import { credentialMutants } from "./credentials.ts";
import { inputMutants } from "./inputs.ts";
import type { Mutant } from "./mutant.ts";
import { nameAndPageMutants } from "./names-and-pages.ts";
import { openapiFetchMutants } from "./openapi-fetch.ts";
import { pollutedMutants } from "./polluted.ts";
import { retryMutants } from "./retries.ts";
import { transportMutants } from "./transport.ts";
import { undiciMutants } from "./undici.ts";
import { undiciBodyMutants } from "./undici-bodies.ts";

// Changes a copy of the client in one place at a time and runs the tests that must notice. Fails when a mutant survives,
// when its text is no longer in the source, or when the tests fail without a mutant.

const client = fileURLToPath(new URL("../../", import.meta.url));
const root = fileURLToPath(new URL("../../../../", import.meta.url));
const report = join(root, "reports/client-mutations.json");
const only = process.argv[2];
/** What no group of tests comes near. */
const LIMIT_MS = 30_000;

interface Result {
  readonly name: string;
  readonly file: string;
  readonly caught: boolean;
  /** The first test that failed, or what went wrong. */
  readonly by: string;
  readonly seconds: number;
}

/** A copy of the package that can be changed without harm. */
function makeCopy(): string {
  const workspace = mkdtempSync(join(tmpdir(), "client-mutants-"));
  const copy = join(workspace, "packages/client");
  mkdirSync(copy, { recursive: true });
  for (const name of ["src", "test", "package.json", "tsconfig.json"])
    cpSync(join(client, name), join(copy, name), { recursive: true });
  cpSync(join(root, "tsconfig.base.json"), join(workspace, "tsconfig.base.json"));
  symlinkSync(join(client, "node_modules"), join(copy, "node_modules"));
  writeFileSync(
    join(copy, "vitest.config.mjs"),
    `export default { test: { root: ${JSON.stringify(copy)}, include: ["src/**/*.test.ts", "test/**/*.test.ts"], cache: false,
       setupFiles: ["test/hostile/setup.ts"], maxConcurrency: 24, testTimeout: 20_000, maxWorkers: 1 } };\n`,
  );
  return copy;
}

interface Run {
  /** The first test that failed, as far as it was told, or why the run ended otherwise; undefined when all passed. */
  readonly failed: string | undefined;
  readonly ran: number;
  readonly output: string;
}

/** Runs test files in a copy until the first failure. A run without end is a failure, too. */
function runTests(copy: string, group: readonly string[], limitMs: number): Promise<Run> {
  const result = join(copy, "result.json");
  rmSync(result, { force: true });
  const vitest = join(client, "node_modules/vitest/vitest.mjs");
  const flags = ["run", "--config", "vitest.config.mjs", "--bail", "1", "--reporter", "json", "--outputFile", result];
  return new Promise((resolve, reject) => {
    // A group of its own, so that its workers end with it.
    const child = spawn(process.execPath, [vitest, ...flags, ...group], { cwd: copy, detached: true });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      process.kill(-(child.pid as number), "SIGKILL");
    }, limitMs);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (isOver) return resolve({ failed: "a run without end", ran: 1, output });
      const tests = readResult(result);
      const failure = tests.find(({ status }) => status === "failed")?.fullName;
      // Tests that a first failure stopped before their end count as well: they are told as pending.
      const ran = tests.length;
      // Of tests that run side by side the first failure ends the run before it is told.
      resolve({ failed: code === 0 ? undefined : (failure ?? "one of several side by side"), ran, output });
    });
  });
}

function readResult(path: string): { status: string; fullName: string }[] {
  try {
    const { testResults } = JSON.parse(readFileSync(path, "utf8")) as {
      testResults: { assertionResults: { status: string; fullName: string }[] }[];
    };
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    return [];
  }
}

async function tryMutant(copy: string, { name, file, find, replace, group }: Mutant): Promise<Result> {
  const start = performance.now();
  const result = (caught: boolean, by: string): Result => ({
    name,
    file,
    caught,
    by,
    seconds: Math.round((performance.now() - start) / 100) / 10,
  });
  const path = join(copy, "src", file);
  const source = readFileSync(path, "utf8");
  const places = source.split(find).length - 1;
  if (places !== 1) return result(false, `its text is ${places} times in the source: bring it up to date`);
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
  try {
    const { failed, ran } = await runTests(copy, group, LIMIT_MS);
    if (failed === undefined || !ran) return result(false, ran ? `no failure in ${ran} tests` : "no test ran");
    return result(true, failed);
  } finally {
    writeFileSync(path, source);
  }
}

/** The tests must pass as they are, or a failure would prove nothing. */
async function checkBaseline(copy: string): Promise<string | undefined> {
  const groups = [...new Set(chosen.flatMap(({ group }) => group))];
  const { failed, ran, output } = await runTests(copy, groups, 10 * LIMIT_MS);
  if (failed !== undefined) return `fails without a mutant: ${failed}`;
  return ran ? undefined : `no test runs without a mutant:\n${output}`;
}

const mutants = [
  ...inputMutants,
  ...nameAndPageMutants,
  ...credentialMutants,
  ...transportMutants,
  ...retryMutants,
  ...responseMutants,
  ...openapiFetchMutants,
  ...undiciMutants,
  ...undiciBodyMutants,
  ...pollutedMutants,
];
const chosen = mutants.filter(
  ({ name, file }) => only === undefined || name.includes(only) || file === `${only}.ts` || file.startsWith(`${only}/`),
);
// Most of a run is waiting: for a process to start, for a deadline to pass.
const copies = Array.from({ length: 2 * Math.min(availableParallelism(), 4) }, makeCopy);
const results: Result[] = [];
const started = performance.now();
try {
  const broken = await checkBaseline(copies[0] as string);
  if (broken !== undefined) throw new Error(broken);
  const waiting = [...chosen];
  await Promise.all(
    copies.map(async (copy) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const result = await tryMutant(copy, next);
        results.push(result);
        console.log(
          `${result.caught ? "caught" : "MISSED"}  ${result.file.padEnd(18)} ${result.name.padEnd(58)} ${result.by}`,
        );
      }
    }),
  );
} finally {
  for (const copy of copies) rmSync(join(copy, "../.."), { recursive: true, force: true });
}
const missed = results.filter(({ caught }) => !caught);
const seconds = Math.round((performance.now() - started) / 1_000);
mkdirSync(join(root, "reports"), { recursive: true });
writeFileSync(
  report,
  `${JSON.stringify({ mutations: results.length, caught: results.length - missed.length, seconds, results }, undefined, 2)}\n`,
);
console.log(`\n${results.length - missed.length} of ${results.length} mutants caught in ${seconds} s`);
if (missed.length) process.exitCode = 1;
