import { ContractError } from "../contract-error.ts";
import { isJson, type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import type { Contract } from "./contract.ts";
import { exchange, type Exchange } from "./exchange.ts";
import { exchangeMadeUp, servedSchema } from "./made-up.ts";
import type { OperationInput } from "./operation-input.ts";

/**
 * An exchange with the spec's example for a response, or with an answer made up where the vendor's examples are known
 * not to fit their schemas.
 *
 * @throws {ContractError} when Prism can't make one up
 */
export async function exchangeExample(
  contract: Contract,
  operation: SpecOperation,
  input: OperationInput,
  response: SpecResponse,
): Promise<Exchange> {
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
