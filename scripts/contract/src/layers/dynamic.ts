import { Problem } from "@x/openapi";
import { isJson, type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import { schemaKeys, strikeKeys } from "../schema/schema-keys.ts";
import type { Contract } from "../suite/contract.ts";
import { exchange } from "../suite/exchange.ts";
import { exchangeMadeUp } from "../suite/made-up.ts";
import { expectDocumented } from "../suite/expect-documented.ts";
import { inputOf } from "../suite/operation-input.ts";
import type { ContractCase } from "./contract-case.ts";

/** Answers that the mock makes up, for each success and for each error of an operation. */
const SEEDS = { success: 25, error: 5 };

/** Answers made up from the served schemas, against the pinned ones; and that they have every key these speak of. */
export function dynamicCases(contract: Contract): ContractCase[] {
  const cases: ContractCase[] = [];
  for (const operation of contract.pinned.operations) {
    for (const response of operation.responses) {
      const schema = response.content.find(({ json }) => json)?.schema;
      if (schema === undefined) continue;
      const missing = schemaKeys(contract.pinned, schema);
      cases.push(
        {
          layer: "dynamic",
          operation: operation.key,
          name: `${operation.key}, response ${response.key}, fits its schema whatever is in it`,
          run: () =>
            expectFit(contract, operation, response, (body) => strikeKeys(contract.pinned, schema, body, missing)),
        },
        {
          layer: "keys",
          operation: operation.key,
          name: `${operation.key}, response ${response.key}, has every key of its schema`,
          async run() {
            // By itself, and when what came before it failed half way, it asks for answers of its own.
            if (missing.size) await strike(contract, operation, response, schema, missing);
            if (missing.size) throw new Problem(`No answer has ${[...missing].map((key) => `#${key}`).join(", ")}.`);
          },
        },
      );
    }
  }
  return cases;
}

async function expectFit(
  contract: Contract,
  operation: SpecOperation,
  response: SpecResponse,
  look: (body: unknown) => void,
): Promise<void> {
  const input = inputOf(contract, operation, "everything");
  const seeds = response.status < 300 ? SEEDS.success : SEEDS.error;
  let answers = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const result = await exchangeMadeUp(contract, operation, input, response, seed);
    if (!result) continue;
    try {
      expectDocumented(contract, operation, response, result);
    } catch (thrown) {
      throw new Problem(`${(thrown as Error).message} (seed ${seed})`);
    }
    look(JSON.parse(result.response?.text ?? "null"));
    answers += 1;
  }
  if (!answers) throw new Problem(`${operation.key}, response ${response.key}: Prism can't make one up.`);
  contract.coverage.record(operation.key, response.key, "dynamic");
}

async function strike(
  contract: Contract,
  operation: SpecOperation,
  response: SpecResponse,
  schema: string,
  missing: Set<string>,
): Promise<void> {
  const input = inputOf(contract, operation, "everything");
  for (let seed = 1; seed <= SEEDS.success && missing.size; seed += 1) {
    const result = await exchange(contract, operation, input, { response, seed });
    const { status, headers, text } = result.response ?? { status: 0, headers: new Headers(), text: "" };
    if (status !== response.status || !isJson(headers.get("content-type") ?? "")) continue;
    strikeKeys(contract.pinned, schema, JSON.parse(text), missing);
  }
}
