import { Problem } from "@x/openapi";
import { inspect } from "node:util";
import { boundaryValues, wrongValues } from "../values/parameter-values.ts";
import type { SpecOperation, SpecParameter } from "../spec/spec-operations.ts";
import type { Contract } from "../suite/contract.ts";
import { exchange } from "../suite/exchange.ts";
import { exchangeServed } from "../suite/made-up.ts";
import { expectDocumented } from "../suite/expect-documented.ts";
import { expectRequest } from "../suite/expect-request.ts";
import { inputOf, withParameter, type OperationInput } from "../suite/operation-input.ts";
import { successOf } from "../suite/success-of.ts";
import type { ContractCase } from "./contract-case.ts";

/** Each parameter missing, of a wrong type, and at the edges of what the spec allows. */
export function matrixCases(contract: Contract): ContractCase[] {
  return contract.pinned.operations.flatMap((operation) =>
    operation.parameters
      .filter(({ place }) => place !== "cookie")
      .flatMap((parameter) => casesOf(contract, operation, parameter)),
  );
}

function casesOf(contract: Contract, operation: SpecOperation, parameter: SpecParameter): ContractCase[] {
  const layer = "matrix";
  const title = `${operation.key}, ${parameter.place} parameter "${parameter.name}"`;
  const wrong = wrongValues(contract.pinned, parameter);
  const edges = boundaryValues(contract.pinned, parameter);
  const cases: ContractCase[] = [];
  if (parameter.required) {
    cases.push({
      layer,
      operation: operation.key,
      name: `${title}, missing, is refused unsent`,
      run: () => expectRefusal(contract, operation, input(undefined)),
    });
  }
  if (wrong.length) {
    cases.push({
      layer,
      operation: operation.key,
      name: `${title}, of a wrong type, is refused unsent`,
      async run() {
        for (const value of wrong) await expectRefusal(contract, operation, input(value));
      },
    });
  }
  if (edges.length) {
    cases.push({
      layer,
      operation: operation.key,
      name: `${title}, arrives whole from edge to edge`,
      async run() {
        for (const value of edges) {
          // Prism says of "x=" that x is missing.
          const isMissed = parameter.place === "query" && parameter.required && value === "";
          await (isMissed ? expectSent : expectAcceptance)(contract, operation, input(value));
        }
      },
    });
  }
  function input(value: unknown): OperationInput {
    const place = parameter.place as "path" | "query" | "header";
    return withParameter(inputOf(contract, operation, "required"), place, parameter.name, value);
  }
  return cases;
}

async function expectRefusal(contract: Contract, operation: SpecOperation, input: OperationInput): Promise<void> {
  const { requests, error } = await exchange(contract, operation, input);
  const name = error instanceof Error ? error.name : undefined;
  if (name === "ConfigError" && !requests.length) return;
  throw new Problem(
    `${operation.key} with ${inspect(input)}: ${requests.length} requests were sent, and it threw ${String(error)}.`,
  );
}

async function expectAcceptance(contract: Contract, operation: SpecOperation, input: OperationInput): Promise<void> {
  const response = successOf(operation);
  const result = await exchangeServed(contract, operation, input, response);
  if (!result.requests.length) throw result.error;
  expectRequest(contract, operation, input, result.requests);
  expectDocumented(contract, operation, response, result);
}

/** What the mock would refuse: it is not asked. */
async function expectSent(contract: Contract, operation: SpecOperation, input: OperationInput): Promise<void> {
  const { requests, error } = await exchange(contract, operation, input, { answer: new Response("", { status: 503 }) });
  if (!requests.length) throw error;
  expectRequest(contract, operation, input, requests);
}
