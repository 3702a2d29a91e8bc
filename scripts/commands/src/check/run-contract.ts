import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { contractCases, createContract, forPrism, type ContractVendor } from "@x/contract";
import { startMock, type Mock } from "@x/mock";
import { messageOf, operationId, slice, type JsonObject } from "@x/openapi";
import { NAME } from "./make-package.ts";

export interface ContractRequest {
  /** Where the package is. */
  readonly folder: string;
  /** After so many seconds no further case is begun. */
  readonly seconds: number;
  /** Operations that it has no method for. */
  readonly skipped: readonly string[];
}

export interface ContractOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly notes: readonly string[];
}

/** A case that hangs has failed. */
const CASE_MS = 20_000;
/** Failures that are told in words. */
const TOLD = 10;
const LENGTH = 240;

/** Runs the contract tests of a package against a mock of its own document. */
export async function runContract(
  { folder, seconds, skipped }: ContractRequest,
  tell: (done: number, of: number) => void,
): Promise<ContractOutcome> {
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(folder, "src", file)).href);
  const { default: api } = (await load("generated/operations.ts")) as { default: ContractVendor["api"] };
  const exported = (await load("index.ts")) as { createChecked: ContractVendor["create"] };
  const spec = join(folder, "specs", `${NAME}.yaml`);
  let url = "";
  const contract = createContract({ name: NAME, api, create: exported.createChecked, skipped }, spec, spec, () => url);
  const cases = contractCases(contract);
  const served = forPrism(contract.served);
  const end = performance.now() + seconds * 1000;
  const failures: string[] = [];
  let done = 0;
  for (const [operation, own] of Map.groupBy(cases, (each) => each.operation ?? "")) {
    if (performance.now() > end) break;
    // Of a document with a thousand operations, Prism takes as many times as long for each.
    const part = slice(served, (method, path) => operationId({ method, path }) === operation);
    const mock = operation ? await started(part) : undefined;
    if (typeof mock === "string") {
      failures.push(`contract: ${operation}: ${mock}`);
      break;
    }
    url = mock?.url ?? "";
    for (const { layer, name, run } of own) {
      if (performance.now() > end) break;
      try {
        await inTime(async () => run());
      } catch (thrown) {
        failures.push(`contract (${layer}): ${name}: ${messageOf(thrown).split("\n")[0]?.slice(0, LENGTH)}`);
      }
      done += 1;
      tell(done, cases.length);
    }
    await mock?.close();
  }
  if (done === cases.length) {
    for (const missing of contract.coverage.missing()) failures.push(`contract: never exercised: ${String(missing)}`);
  }
  const notes = failures.slice(0, TOLD);
  if (failures.length > TOLD) notes.push(`contract: ${failures.length - TOLD} more failed.`);
  if (done < cases.length)
    notes.push(`contract: ${cases.length - done} of ${cases.length} not reached in ${seconds} s.`);
  return { passed: done - Math.min(done, failures.length), failed: failures.length, notes };
}

/** A mock, or why there is none. */
async function started(document: JsonObject): Promise<Mock | string> {
  try {
    return await inTime(() => startMock(document));
  } catch (thrown) {
    return `Prism can't serve it: ${messageOf(thrown)}`;
  }
}

async function inTime<Value>(run: () => Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${CASE_MS / 1000} s`)), CASE_MS);
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    clearTimeout(timer);
  }
}
