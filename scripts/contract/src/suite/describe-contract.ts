import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type * as vitest from "vitest";
import { contractCases } from "../layers/contract-cases.ts";
import { startMock, type Mock } from "@x/mock";
import { forPrism } from "../faults/for-prism.ts";
import { printable } from "@x/openapi";
import { printably } from "./printably.ts";
import { createContract, type ContractVendor } from "./contract.ts";
import { LAYERS } from "../layers/contract-case.ts";
import { leftOut } from "./left-out.ts";
import { pinnedSpecPath, root, servedSpecPath } from "./spec-paths.ts";

/** The functions of vitest, handed over by the test file: only a test run may load them. */
export type TestFunctions = Pick<typeof vitest, "afterAll" | "beforeAll" | "describe" | "expect" | "test">;

/**
 * Registers the contract tests of a vendor's package: every case that follows from its spec, against Prism, and the gate
 * that every documented response of every operation was exercised.
 *
 * What is expected is what the package was built from, its `openapi.yaml`; what is served is the spec as it is now
 * (`servedSpecPath`).
 */
export function describeContract(functions: TestFunctions, vendor: ContractVendor): void {
  const { afterAll, beforeAll, describe, expect, test } = functions;
  const { name } = vendor;
  const served = servedSpecPath(name);
  let mock: Mock | undefined;
  const skipped = vendor.skipped ?? leftOut(name);
  const contract = createContract({ ...vendor, skipped }, pinnedSpecPath(name), served, () => mock?.url ?? "");

  beforeAll(async () => {
    mock = await startMock(forPrism(contract.served));
  });
  afterAll(async () => {
    await mock?.close();
    const folder = join(root, "reports/coverage");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(contract.coverage, undefined, 2)}\n`);
  });

  test.skipIf(process.env["CONTRACT_SPEC_DIR"])("the package was built from the spec as it is", () => {
    const [built, current] = [pinnedSpecPath(name), served].map((path) => readFileSync(path, "utf8"));
    expect(built === current, `Run "pnpm build": packages/${name} was built from another spec.`).toBe(true);
  });
  const cases = contractCases(contract);
  for (const layer of LAYERS) {
    const own = cases.filter((item) => item.layer === layer);
    if (!own.length) continue;
    describe(layer, () => {
      for (const { name: title, run } of own) {
        // oxlint-disable-next-line vitest/expect-expect -- a case throws what is wrong, in words
        test(printable(title), () => printably(run));
      }
    });
  }
  for (const key of contract.untested ?? [])
    test(`${printable(key)} documents no success: nothing can be expected of it`, ({ skip }) => skip());
  test("every documented response of every operation is exercised", () => {
    expect(contract.coverage.missing().map((pair) => printable(pair))).toEqual([]);
  });
}
