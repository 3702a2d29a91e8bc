import { type Json, Problem } from "@x/openapi";
import { type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import { variantsOf } from "../values/variants.ts";
import type { Contract } from "../suite/contract.ts";
import { exchange } from "../suite/exchange.ts";
import { expectDocumented } from "../suite/expect-documented.ts";
import { exchangeMadeUp, servedSchema } from "../suite/made-up.ts";
import { inputOf } from "../suite/operation-input.ts";
import type { ContractCase } from "./contract-case.ts";

/** What the served schemas leave open, and Prism never does by itself, against the pinned schemas and the client. */
export function variantCases(contract: Contract): ContractCase[] {
  const cases: ContractCase[] = [];
  for (const operation of contract.pinned.operations) {
    for (const response of operation.responses) {
      if (!response.content.some(({ json, schema }) => json && schema !== undefined)) continue;
      cases.push({
        layer: "variants",
        operation: operation.key,
        name: `${operation.key}, response ${response.key}, in all its variants`,
        run: () => expectVariants(contract, operation, response),
      });
    }
  }
  return cases;
}

async function expectVariants(contract: Contract, operation: SpecOperation, response: SpecResponse): Promise<void> {
  const schema = servedSchema(contract, operation, response);
  if (!schema) throw new Problem(`${operation.key}: the served spec has no such response in JSON.`);
  const input = inputOf(contract, operation, "everything");
  const base = (await exchangeMadeUp(contract, operation, input, response, 1))?.response;
  if (base && base.status !== response.status) {
    throw new Problem(`${operation.key}: the mock answers ${base.status} instead of ${response.status}.`);
  }
  const headers = { "content-type": base?.headers.get("content-type") ?? "application/json" };
  const body = JSON.parse(base?.text ?? "null") as Json;
  for (const { name, value } of variantsOf(contract.served, schema, body)) {
    const answer = new Response(JSON.stringify(value), { status: response.status, headers });
    const result = await exchange(contract, operation, input, { answer });
    try {
      expectDocumented(contract, operation, response, result);
    } catch (thrown) {
      throw new Problem(`${(thrown as Error).message} (variant: ${name})`);
    }
  }
  contract.coverage.record(operation.key, response.key, "variants");
}
