import type { Contract } from "../suite/contract.ts";
import { exchangeServed } from "../suite/made-up.ts";
import { expectDocumented } from "../suite/expect-documented.ts";
import { inputOf } from "../suite/operation-input.ts";
import type { ContractCase } from "./contract-case.ts";

/** Each operation with each documented response, through the client. */
export function responseCases(contract: Contract): ContractCase[] {
  const layer = "responses";
  return contract.pinned.operations.flatMap((operation) =>
    operation.responses.map((response) => ({
      layer,
      operation: operation.key,
      name: `${operation.key} answers ${response.key}`,
      async run() {
        const input = inputOf(contract, operation, "everything");
        const result = await exchangeServed(contract, operation, input, response);
        expectDocumented(contract, operation, response, result);
        contract.coverage.record(operation.key, response.key, layer);
      },
    })),
  );
}
