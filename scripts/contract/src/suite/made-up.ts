import { type Json } from "@x/openapi";
import { withoutInvalid } from "../faults/without-invalid.ts";
import { isJson, type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import type { Contract } from "./contract.ts";
import { exchange, type Exchange } from "./exchange.ts";
import type { OperationInput } from "./operation-input.ts";

/**
 * An exchange with an answer that Prism makes up from the served schema. Where Prism breaks that very schema, the answer
 * is mended; undefined where it can't be.
 */
export async function exchangeMadeUp(
  contract: Contract,
  operation: SpecOperation,
  input: OperationInput,
  response: SpecResponse,
  seed: number,
): Promise<Exchange | undefined> {
  const result = await exchange(contract, operation, input, { response, seed });
  const received = result.response;
  const schema = servedSchema(contract, operation, response);
  const type = received?.headers.get("content-type") ?? "";
  if (received?.status !== response.status || schema === undefined || !isJson(type)) return result;
  const body = JSON.parse(received.text) as Json;
  if (!contract.served.faults(schema, body).length) return result;
  const mended = withoutInvalid(contract.served, schema, body);
  if (mended === undefined) return undefined;
  const answer = new Response(JSON.stringify(mended), { status: received.status, headers: { "content-type": type } });
  return exchange(contract, operation, input, { response, answer });
}

/** Pointer of the JSON schema that the served spec has for a response of the pinned one. */
export function servedSchema(
  { served }: Contract,
  operation: SpecOperation,
  response: SpecResponse,
): string | undefined {
  const same = served.operation(operation.key)?.responses.find(({ key }) => key === response.key);
  return same?.content.find(({ mediaType }) => isJson(mediaType))?.schema;
}
