import type { Contract } from "../suite/contract.ts";
import type { ContractCase } from "./contract-case.ts";
import { dynamicCases } from "./dynamic.ts";
import { exampleCases } from "./examples.ts";

import { matrixCases } from "./matrix.ts";
import { refusalCases } from "./refusals.ts";
import { requestCases } from "./requests.ts";
import { requiredKeyCases } from "./required-keys.ts";
import { responseCases } from "./responses.ts";
import { serverCases } from "./servers.ts";
import { variantCases } from "./variants.ts";

/** Every case that follows from the pinned spec. The mock that they talk to may start later. */
export function contractCases(contract: Contract): ContractCase[] {
  return [
    ...serverCases(contract),
    ...responseCases(contract),
    ...requestCases(contract),
    ...matrixCases(contract),
    ...refusalCases(contract),
    ...dynamicCases(contract),
    ...requiredKeyCases(contract),
    ...variantCases(contract),
    ...exampleCases(contract),
  ];
}
