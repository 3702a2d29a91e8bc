import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { workspaceOf } from "../testing/workspace.ts";
import { nastyDocuments } from "./documents.ts";
import { randomOf } from "./texts.ts";
import type { Done, Told } from "./work.ts";

const COUNT = Number(process.env["NASTY_DOCUMENTS"] ?? 200);
const SEED = Number(process.env["SEED"] ?? 20_261_126);
const MAX_SECONDS = 10;
const MAX_MEGABYTES = 512;
/** Of the heap: what is beside it comes to a hundred more. */
const HEAP_MB = 384;
/** By the clock, on a machine that is busy. */
const HANGING_MS = 120_000;

/** A process that works on one document after the other, until one ends it. */
interface Worker {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
}

let worker: Worker | undefined;
afterAll(() => void worker?.child.kill("SIGKILL"));

function startWorker(): Worker {
  const child = fork(join(import.meta.dirname, "work.ts"), {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return { child, ended: once(child, "exit").then(([code, signal]) => String(code ?? signal)) };
}

/** What becomes of one document; in words where it ended the process. */
async function workOn(file: string): Promise<Done | string> {
  const { child, ended } = (worker ??= startWorker());
  let step = "start";
  const late = setTimeout(() => child.kill("SIGKILL"), HANGING_MS);
  const done = new Promise<Done>((resolve) => {
    child.removeAllListeners("message");
    child.on("message", (told: Told) => {
      if ("step" in told) ({ step } = told);
      else resolve(told);
    });
  });
  child.send(file);
  const result = await Promise.race([done, ended]);
  clearTimeout(late);
  if (typeof result !== "string") return result;
  worker = undefined;
  return `ended at the step "${step}" (${result})`;
}

const documents = [...nastyDocuments(COUNT, randomOf(SEED))].map((document, index) => ({ ...document, index }));
const groups = Map.groupBy(documents, ({ index }) => Math.floor(index / 25) + 1);

test.each([...groups])(
  `nasty documents take ${MAX_SECONDS} s and ${MAX_MEGABYTES} MB at most: part %i`,
  async (_, group) => {
    const file = join(workspaceOf({}), "document.yaml");
    const told: string[] = [];
    for (const { kind, text, index } of group) {
      writeFileSync(file, text);
      const result = await workOn(file);
      const name = `${kind} ${index}, ${text.length} characters`;
      if (typeof result === "string") told.push(`${name}: ${result}`);
      else if (result.seconds > MAX_SECONDS || result.megabytes > MAX_MEGABYTES)
        told.push(`${name}: ${result.seconds.toFixed(1)} s, ${Math.round(result.megabytes)} MB`);
    }
    expect(told).toEqual([]);
  },
);
