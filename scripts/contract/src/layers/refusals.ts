import { at, below, objectOf, Problem } from "@x/openapi";
import { validValue } from "../values/parameter-values.ts";
import { flatten, typesOf } from "../schema/flat-schema.ts";
import type { SpecOperation } from "../spec/spec-operations.ts";
import type { Contract } from "../suite/contract.ts";
import type { ContractCase } from "./contract-case.ts";

/** That the mock itself bites: what is wrong by the spec, sent past the client, is refused. */
export function refusalCases(contract: Contract): ContractCase[] {
  const layer = "refusals";
  const cases: ContractCase[] = [];
  for (const operation of contract.pinned.operations) {
    if (operation.security.length) {
      cases.push({
        layer,
        operation: operation.key,
        name: `${operation.key} without a key is refused by the mock`,
        run: () => expectRefused(contract, operation, {}, {}),
      });
    }
    for (const { name, place, schema } of operation.parameters) {
      // Started as a process, Prism overlooks what has brackets in its name.
      if (place !== "query" || schema === undefined || name.includes("[")) continue;
      const types = typesOf(flatten(contract.pinned.jsonSchema.request, schema));
      if (types.length !== 1 || !["boolean", "integer", "number"].includes(String(types[0]))) continue;
      cases.push({
        layer,
        operation: operation.key,
        name: `${operation.key} with a "${name}" of a wrong type is refused by the mock`,
        run: () => expectRefused(contract, operation, { [name]: "neither" }, keyOf(contract, operation)),
      });
    }
  }
  return cases;
}

/** The headers with a key as the operation asks for it. */
function keyOf({ pinned }: Contract, { security }: SpecOperation): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of security[0] ?? []) {
    const scheme = objectOf(at(pinned.document, below("/components/securitySchemes", name)));
    if (scheme["type"] === "apiKey" && scheme["in"] === "header") headers[String(scheme["name"])] = "contract-key";
    else if (String(scheme["scheme"]).toLowerCase() === "basic")
      headers["authorization"] = `Basic ${btoa("contract:key")}`;
    else headers["authorization"] = "Bearer contract-key";
  }
  return headers;
}

async function expectRefused(
  contract: Contract,
  operation: SpecOperation,
  wrong: Record<string, string>,
  key: Record<string, string>,
): Promise<void> {
  let { path } = operation;
  const query = new URLSearchParams();
  for (const parameter of operation.parameters) {
    const value = String(validValue(contract.pinned, parameter));
    if (parameter.place === "path") path = path.replace(`{${parameter.name}}`, () => encodeURIComponent(value));
    if (parameter.place === "query" && parameter.required) query.set(parameter.name, value);
  }
  for (const [name, value] of Object.entries(wrong)) query.set(name, value);
  const response = await fetch(`${contract.url()}${path}?${query}`, {
    method: operation.method,
    headers: key,
  });
  const text = await response.text();
  if (response.status >= 400 && response.status < 500 && response.status !== 404) return;
  throw new Problem(`${operation.key}: the mock answers ${response.status}: ${text.slice(0, 200)}`);
}
