import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { readIfThere } from "@x/openapi";
import { root } from "../workspace/files.ts";
import { run } from "../workspace/run.ts";
import type { CheckResult } from "./check-result.ts";
import type { MakeRequest, Made } from "./make-package.ts";
import type { ContractOutcome, ContractRequest } from "./run-contract.ts";

export interface CheckOptions {
  /** The folder that a relative source starts from. */
  readonly base: string;
  readonly baseUrl?: string | undefined;
  /** Seconds for the contract tests; 0 leaves them out. */
  readonly contractSeconds: number;
  /** Told of each step as it begins, and how far it is. */
  readonly onStep: (step: string) => void;
}

/** What each step may take beyond what it is asked to. */
const STEP_SECONDS = 240;
const HEAP_MB = 4096;
/** Lines of the compiler that are told. */
const TOLD = 10;

/** What would become of a document: everything happens in a temporary folder, each step in a process of its own. */
export async function checkSource(source: string, options: CheckOptions): Promise<CheckResult> {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "specs-check-"));
  try {
    const { base, baseUrl, contractSeconds, onStep } = options;
    onStep("generate");
    const made = await step<Made>("make", { source, base, baseUrl, folder }, STEP_SECONDS);
    const { operations = 0, generated = 0, skipped = [] } = made.value ?? {};
    const notes = [...(made.failure ?? []), ...(made.value?.notes ?? [])];
    let typecheck = false;
    let contract = { passed: 0, failed: 0 };
    if (generated > 0) {
      onStep("typecheck");
      const faults = await compile(folder);
      typecheck = faults.length === 0;
      notes.push(...faults.slice(0, TOLD));
      if (faults.length > TOLD) notes.push(`typecheck: ${faults.length - TOLD} more.`);
    }
    if (generated > 0 && contractSeconds > 0) {
      onStep("contract");
      const request = { folder, seconds: contractSeconds, skipped: skipped.map(({ operation }) => operation) };
      const tell = (text: string): void => onStep(`contract ${text}`);
      const ran = await step<ContractOutcome>("contract", request, contractSeconds + STEP_SECONDS, tell);
      contract = { passed: ran.value?.passed ?? 0, failed: ran.value?.failed ?? 1 };
      notes.push(...(ran.failure ?? []), ...(ran.value?.notes ?? []));
    }
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    return { source, operations, generated, skipped, notes, typecheck, contract, seconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Outcome<Value> {
  readonly value?: Value;
  /** Why there is none. */
  readonly failure?: readonly string[];
}

async function step<Value>(
  name: string,
  request: MakeRequest | ContractRequest,
  seconds: number,
  tell?: (text: string) => void,
): Promise<Outcome<Value>> {
  const result = join(request.folder, `${name}.result.json`);
  const script = join(import.meta.dirname, "check-step.ts");
  const args = [`--max-old-space-size=${HEAP_MB}`, script, name, JSON.stringify(request), result];
  const limits = { timeoutMs: seconds * 1000, ...(tell && { onOutput: tell }) };
  const { output } = await run(process.execPath, args, root, {}, limits);
  const text = readIfThere(result);
  if (text === undefined) {
    const thrown = output.split("\n").find((line) => /^(?:\w*Error|FATAL ERROR): /.test(line));
    const why = thrown === undefined ? `took more than ${seconds} s` : `failed: ${thrown.slice(0, 500)}`;
    const isFull = thrown?.startsWith("FATAL") === true && /heap/.test(thrown);
    return { failure: [`The step "${name}" ${isFull ? `needed more than ${HEAP_MB} MB of memory` : why}.`] };
  }
  const { value, refused } = JSON.parse(text) as { value?: Value; refused?: string };
  return refused === undefined ? { value: value as Value } : { failure: refused.split("\n") };
}

/** What the compiler that builds the packages says of one, by their own settings. */
async function compile(folder: string): Promise<string[]> {
  const config = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: { noEmit: true },
    include: ["src"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  mkdirSync(join(folder, "node_modules/@x"), { recursive: true });
  symlinkSync(join(root, "packages/client"), join(folder, "node_modules/@x/client"));
  const tsc = join(root, "node_modules/.bin/tsc");
  const { passed, output } = await run(tsc, ["-p", folder], folder, {}, { timeoutMs: STEP_SECONDS * 1000 });
  if (passed) return [];
  const faults = output.split("\n").filter((line) => /error TS\d+/.test(line));
  return (faults.length ? faults : [output.trim().slice(0, 500) || "tsc did not end by itself"]).map(
    (line) => `typecheck: ${line.replaceAll(folder, basename(folder))}`,
  );
}
