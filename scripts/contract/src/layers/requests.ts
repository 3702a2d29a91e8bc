import type { Contract } from "../suite/contract.ts";
import { exchangeServed } from "../suite/made-up.ts";
import { expectDocumented } from "../suite/expect-documented.ts";
import { expectRequest } from "../suite/expect-request.ts";
import { inputOf } from "../suite/operation-input.ts";
import { successOf } from "../suite/success-of.ts";
import type { ContractCase } from "./contract-case.ts";

/** What the client sends, recorded and held against the spec: with what is required only, and with everything. */
export function requestCases(contract: Contract): ContractCase[] {
  const layer = "requests";
  return contract.pinned.operations.flatMap((operation) =>
    (["required", "everything"] as const).map((extent) => ({
      layer,
      operation: operation.key,
      name: `${operation.key} sends what the spec asks, with ${extent === "required" ? "what is required" : extent}`,
      async run() {
        const input = inputOf(contract, operation, extent);
        const response = successOf(operation);
        const result = await exchangeServed(contract, operation, input, response);
        if (result.requests.length === 0) throw result.error;
        expectRequest(contract, operation, input, result.requests);
        expectDocumented(contract, operation, response, result);
      },
    })),
  );
}
