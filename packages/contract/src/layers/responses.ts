import { ContractError } from "../contract-error.ts";
import { isJson, type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import type { Contract } from "../suite/contract.ts";
import { exchange, type Exchange } from "../suite/exchange.ts";
import { expectDocumented } from "../suite/expect-documented.ts";
import { exchangeMadeUp, servedSchema } from "../suite/made-up.ts";
import { inputOf } from "../suite/operation-input.ts";
import type { ContractCase } from "./contract-case.ts";

/** Each operation with each documented response, through the client. */
export function responseCases(contract: Contract): ContractCase[] {
  const layer = "responses";
  return contract.pinned.operations.flatMap((operation) =>
    operation.responses.map((response) => ({
      layer,
      name: `${operation.key} answers ${response.key}`,
      async run() {
        expectDocumented(contract, operation, response, await answered(contract, operation, response));
        contract.coverage.record(operation.key, response.key, layer);
      },
    })),
  );
}

/** The spec's example, or an answer made up where the vendor's examples are known not to fit their schemas. */
async function answered(contract: Contract, operation: SpecOperation, response: SpecResponse): Promise<Exchange> {
  const input = inputOf(contract, operation, "everything");
  const result = await exchange(contract, operation, input, { response });
  const { status, headers, text } = result.response ?? { status: 0, headers: new Headers(), text: "" };
  const schema = servedSchema(contract, operation, response);
  const isExample = status === response.status && isJson(headers.get("content-type") ?? "");
  if (!isExample || !contract.vendor.knownFaults?.length || schema === undefined) return result;
  if (!contract.served.faults(schema, JSON.parse(text)).length) return result;
  const other = await exchangeMadeUp(contract, operation, input, response, 1);
  if (!other) throw new ContractError(`${operation.key}, response ${response.key}: Prism can't make one up.`);
  return other;
}
