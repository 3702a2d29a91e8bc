import { Problem, type Json } from "@x/openapi";
import { withoutInvalid } from "../faults/without-invalid.ts";
import { isJson, type SpecOperation, type SpecResponse } from "../spec/spec-operations.ts";
import { sample } from "../values/sample.ts";
import type { Contract } from "./contract.ts";
import { exchange, type Exchange } from "./exchange.ts";
import type { OperationInput } from "./operation-input.ts";

/**
 * An exchange with an answer that Prism makes of the served document: its examples, or what fits its schemas where a seed is
 * given. Where Prism breaks that very schema, the answer is mended, or made by us; undefined where no value fits it.
 */
export async function exchangeMadeUp(
  contract: Contract,
  operation: SpecOperation,
  input: OperationInput,
  response: SpecResponse,
  seed?: number,
): Promise<Exchange | undefined> {
  const result = await exchange(contract, operation, input, { response, seed });
  const received = result.response;
  const schema = servedSchema(contract, operation, response);
  const type = received?.headers.get("content-type") ?? "";
  if (received?.status !== response.status || schema === undefined || !isJson(type)) return result;
  const { served } = contract;
  const body = jsonOf(received.text);
  if (body !== undefined && !served.faults(schema, body).length) return result;
  const made = [body && withoutInvalid(served, schema, body), sample(served, schema, "everything", "response")];
  const mended = made.find((value) => value !== undefined && !served.faults(schema, value).length);
  if (mended === undefined) return undefined;
  // What Prism says of the request stands.
  const violations = received.headers.get("sl-violations");
  const headers = { "content-type": type, ...(violations !== null && { "sl-violations": violations }) };
  const answer = new Response(JSON.stringify(mended), { status: received.status, headers });
  return exchange(contract, operation, input, { response, answer });
}

/** Prism sends nothing where it has no idea. */
function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * An exchange with the answer that the served document gives by its examples, or else by its schemas.
 *
 * @throws {Problem} where no value fits the schema
 */
export async function exchangeServed(
  contract: Contract,
  operation: SpecOperation,
  input: OperationInput,
  response: SpecResponse,
): Promise<Exchange> {
  const result = await exchangeMadeUp(contract, operation, input, response);
  if (result === undefined)
    throw new Problem(`${operation.key}, response ${response.key}: no value that was tried fits its schema.`);
  return result;
}

/** Pointer of the JSON schema that the served spec has for a response of the pinned one. */
export function servedSchema(
  { served }: Contract,
  operation: SpecOperation,
  response: SpecResponse,
): string | undefined {
  const same = served.operation(operation.key)?.responses.find(({ key }) => key === response.key);
  return same?.content.find(({ json }) => json)?.schema;
}
