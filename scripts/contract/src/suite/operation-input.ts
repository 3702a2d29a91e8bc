import { validValue } from "../values/parameter-values.ts";
import { sample, type Extent } from "../values/sample.ts";
import type { SpecMedia, SpecOperation } from "../spec/spec-operations.ts";
import { methodNameOf, type Contract } from "./contract.ts";

/** A call's input, by place. */
export interface OperationInput {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  header?: Record<string, unknown>;
  body?: unknown;
}

/** No text in any charset that matters. */
const BYTES = Uint8Array.of(0, 255, 13, 10);

/** A valid input by the pinned spec: with what is required, or with everything. */
export function inputOf(contract: Contract, operation: SpecOperation, extent: Extent): OperationInput {
  const input: OperationInput = {};
  for (const parameter of operation.parameters) {
    const { name, place, required } = parameter;
    if (place === "cookie" || !(required || extent === "everything")) continue;
    input[place] = { ...input[place], [name]: validValue(contract.pinned, parameter) };
  }
  const media = sentMedia(contract, operation);
  if (media && (operation.body?.required || extent === "everything")) {
    input.body = media.bytes ? BYTES : sample(contract.pinned, media.schema, extent);
  }
  return input;
}

/** The input with one parameter set, or taken out where the value is undefined. */
export function withParameter(
  input: OperationInput,
  place: "path" | "query" | "header",
  name: string,
  value: unknown,
): OperationInput {
  const { [name]: _, ...others } = input[place] ?? {};
  return { ...input, [place]: value === undefined ? others : { ...others, [name]: value } };
}

/** The media type of the request body that the client sends. */
export function sentMedia(contract: Contract, operation: SpecOperation): SpecMedia | undefined {
  const bodies = contract.vendor.api.operations[methodNameOf(contract, operation)]?.body;
  const sent = typeof bodies === "object" && bodies !== null ? Object.keys(bodies)[0] : bodies;
  return operation.body?.content.find(({ mediaType }) => mediaType === sent);
}
