import { ContractError } from "../contract-error.ts";
import { examplesOf } from "../spec/examples.ts";
import type { Contract } from "../suite/contract.ts";
import type { ContractCase } from "./contract-case.ts";

/** Every example of the served spec against its own schema, save the vendor's known faults. */
export function exampleCases({ vendor, served }: Contract): ContractCase[] {
  return [
    {
      layer: "examples",
      name: "every example fits its own schema",
      run() {
        const known = new Set(vendor.knownFaults);
        const refused: string[] = [];
        for (const { pointer, schema, value, direction } of examplesOf(served)) {
          const faults = served.faults(schema, value, direction);
          const isKnown = known.delete(`#${pointer}`);
          if (faults.length && !isKnown) refused.push(`#${pointer}: ${faults.join("; ")}`);
          if (!faults.length && isKnown) refused.push(`#${pointer} is mended: take it off the known faults.`);
        }
        for (const pointer of known) refused.push(`${pointer} is gone: take it off the known faults.`);
        if (refused.length) throw new ContractError(refused.join("\n"));
      },
    },
  ];
}
