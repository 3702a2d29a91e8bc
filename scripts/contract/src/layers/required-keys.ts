import { isObject, type Json, Problem } from "@x/openapi";
import { flatten } from "../schema/flat-schema.ts";
import { type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import type { Contract } from "../suite/contract.ts";
import { exchange } from "../suite/exchange.ts";
import { exchangeMadeUp } from "../suite/made-up.ts";
import { inputOf } from "../suite/operation-input.ts";
import type { ContractCase } from "./contract-case.ts";

/** Each documented error without each key that its schema requires: still an ApiError, but no documented one. */
export function requiredKeyCases(contract: Contract): ContractCase[] {
  return contract.pinned.operations.flatMap((operation) =>
    operation.responses.flatMap((response) =>
      requiredOf(contract, operation, response).map((key) => ({
        layer: "keys" as const,
        operation: operation.key,
        name: `${operation.key}, response ${response.key} without "${key}" is no documented error`,
        run: () => expectUndocumented(contract, operation, response, key),
      })),
    ),
  );
}

/** The keys that the pinned spec requires of an error's body, and describes as received. */
function requiredOf({ pinned }: Contract, { method }: SpecOperation, { status, content }: SpecResponse): string[] {
  const offered = content.filter(({ json }) => json);
  const media = offered.find(({ mediaType }) => /^application\/json\s*(;|$)/i.test(mediaType)) ?? offered[0];
  if (status < 400 || method === "HEAD" || media?.schema === undefined) return [];
  const { properties, required } = flatten(pinned.jsonSchema.response, media.schema);
  return [...required].filter((key) => {
    const property = properties.get(key);
    return property !== undefined && flatten(pinned.jsonSchema.response, property).keywords["writeOnly"] !== true;
  });
}

async function expectUndocumented(
  contract: Contract,
  operation: SpecOperation,
  response: SpecResponse,
  key: string,
): Promise<void> {
  const input = inputOf(contract, operation, "everything");
  const received = (await exchangeMadeUp(contract, operation, input, response, 1))?.response;
  const body: Json = received?.status === response.status ? (JSON.parse(received.text) as Json) : null;
  // What is served may be another document than the client was made from.
  if (!isObject(body) || !(key in body)) return;
  const { [key]: _, ...others } = body;
  const headers = { "content-type": "application/json" };
  const answer = new Response(JSON.stringify(others), { status: response.status, headers });
  const { error, isDocumented } = await exchange(contract, operation, input, { answer });
  const { name, status } = Object(error) as { name?: string; status?: number };
  const where = `${operation.key}, response ${response.key} without "${key}"`;
  if (name !== "ApiError" || status !== response.status) {
    throw new Problem(`${where}: the client threw no ApiError ${response.status}: ${String(error)}`);
  }
  if (isDocumented) throw new Problem(`${where}: isError takes it for documented`);
}
