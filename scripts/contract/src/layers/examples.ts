import { Problem } from "@x/openapi";
import { vendorFaults } from "../faults/vendor-faults.ts";
import { withoutAdditions } from "../faults/without-additions.ts";
import { Spec } from "../spec/spec.ts";
import type { Contract } from "../suite/contract.ts";
import type { ContractCase } from "./contract-case.ts";

/**
 * Every example and default of the served spec against its own schema, and every required name against the properties: of
 * the operations that the package has, and as far as it knows them. What the pinned spec has wrong already is the vendor's
 * known fault, which the package was made in spite of.
 */
export function exampleCases({ pinned, served }: Contract): ContractCase[] {
  return [
    {
      layer: "examples",
      name: "the spec contradicts itself nowhere that it did not before",
      run() {
        const known = new Set(vendorFaults(pinned).map(({ pointer }) => pointer));
        const asKnown = new Spec(withoutAdditions(pinned.document, served.document));
        const fresh = vendorFaults(asKnown).filter(({ pointer }) => !known.has(pointer));
        if (fresh.length) throw new Problem(fresh.map(({ pointer, why }) => `${pointer}: ${why}`).join("\n"));
      },
    },
  ];
}
