import type { Call } from "../call.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import { createCall } from "../operations/create-call.ts";
import { checkedHeaders } from "../options/headers.ts";
import type { CallOptions } from "../options/options.ts";
import type { Settings } from "../options/settings.ts";
import { callOptionsOf, type Init } from "./init.ts";

/** A call whose text is made already, and the media type of its body. */
export interface WrittenCall {
  readonly call: Call;
  /** As the caller names it in a header, else as documented. */
  readonly contentType: string | undefined;
}

/**
 * Checks a call and makes text of its input, as the operation documents it: all but what the caller has a serializer of
 * their own for. A body is written as the caller's content type says, where one is given.
 *
 * @throws {ConfigError} naming the parameter or the option that can't be right
 */
export function writtenCall(
  operation: string,
  definition: OperationDefinition,
  client: Settings,
  init: Init,
): WrittenCall {
  const { params, body, querySerializer, pathSerializer, bodySerializer } = init;
  const options = callOptionsOf(init);
  const ownType = checkedHeaders(options.headers, operation, definition.security)?.["content-type"];
  const contentType = ownType ?? definition.body;
  const input: Record<string, unknown> = { ...params, body };
  const parameters: Record<string, unknown> = { ...definition.parameters };
  for (const [place, isOwn] of [
    ["query", querySerializer],
    ["path", pathSerializer && params?.path],
    ["body", bodySerializer && body !== undefined],
  ] as const) {
    if (!isOwn) continue;
    delete input[place];
    delete parameters[place];
  }
  const isWhole = !querySerializer && !pathSerializer && !bodySerializer && !ownType;
  // As it is where it can be: what is made of its parameters is kept by definition.
  const written = isWhole ? definition : { ...definition, parameters, ...bodyPart(definition, contentType, input) };
  const call = createCall(operation, written, client, input, options);
  // The client's headers go on the request, where a middleware sees and changes them.
  const settings = { ...call.settings, headers: {} };
  return { call: { ...call, definition, settings, headers: headersOf(call, client, options.headers) }, contentType };
}

/** No body is missing where the caller makes it. */
function bodyPart(
  { body, bodyRequired }: OperationDefinition,
  contentType: string | undefined,
  input: object,
): Partial<OperationDefinition> {
  const isMissed = bodyRequired && "body" in input;
  return { ...(body && contentType && { body: contentType }), ...(!isMissed && { bodyRequired: undefined as never }) };
}

/** The client's and the call's. One that is null in a record takes the client's away, as openapi-fetch documents. */
function headersOf(call: Call, client: Settings, given: CallOptions["headers"]): Record<string, string> {
  const headers = { ...client.headers };
  // The key takes its place.
  delete headers[call.definition.security ?? ""];
  for (const [name, value] of Object.entries(given ?? {})) if (value === null) delete headers[name.toLowerCase()];
  return { ...headers, ...call.headers };
}
