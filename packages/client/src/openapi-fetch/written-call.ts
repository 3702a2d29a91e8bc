import type { Call } from "../call.ts";
import { bodyInput, requestBody } from "../bodies/request-body.ts";
import type { BodyForm } from "../definition/body-definition.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import { createCall } from "../operations/create-call.ts";
import { over } from "../options/over.ts";
import { checkedHeaders } from "../options/headers.ts";
import type { CallOptions } from "../options/options.ts";
import type { Settings } from "../options/settings.ts";
import { planParameters } from "../parameters/parameters.ts";
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
  const ownType = checkedHeaders(options.headers, operation, client.reserved)?.["content-type"];
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
  const isOwnBody = bodySerializer && body !== undefined;
  const isWhole = !querySerializer && !pathSerializer && !isOwnBody && !ownType;
  const written = isWhole ? definition : over(definition, { parameters, ...bodyPart(definition, ownType, isOwnBody) });
  // Who names a content type may name that of a form.
  const writing = ownType ? over(client, { input: bodyInput, finish: requestBody }) : client;
  const call = createCall(operation, written, planParameters(operation, written), writing, input, options);
  // The client's headers go on the request, where a middleware sees and changes them.
  const settings = over(call.settings, { headers: {} });
  const headers = headersOf(call, client, options.headers);
  // A form's has its boundary.
  if (call.typed) delete headers["content-type"];
  const { "content-type": documented = nameOf(definition.body) } = call.typed ?? {};
  const contentType = isOwnBody ? (ownType ?? documented) : documented;
  return { call: { ...call, definition, settings, headers, typed: undefined }, contentType };
}

/** What a body is written by: as the caller's content type says, and none is missing where the caller makes it. */
function bodyPart(
  { body, bodyRequired }: OperationDefinition,
  ownType: string | undefined,
  isOwnBody: unknown,
): Partial<OperationDefinition> {
  const bodies = typeof body === "string" ? { [body]: "json" as const } : body;
  const known = ownType && bodies && Object.keys(bodies).find((name) => ownType.startsWith(name));
  const own = ownType && { [ownType]: (known && bodies[known]) || formOf(ownType) };
  return {
    ...(body && own && { body: own }),
    ...(isOwnBody ? { bodyRequired: undefined as never } : bodyRequired && { bodyRequired }),
  };
}

function formOf(type: string): BodyForm {
  if (/^multipart\//i.test(type)) return "multipart";
  return /urlencoded/i.test(type) ? "urlencoded" : "json";
}

function nameOf(body: OperationDefinition["body"]): string | undefined {
  return typeof body === "object" ? Object.keys(body)[0] : body;
}

/** The client's and the call's. One that is null in a record takes the client's away, as openapi-fetch documents. */
function headersOf(call: Call, client: Settings, given: CallOptions["headers"]): Record<string, string> {
  const headers = { ...client.headers };
  // The key takes their place.
  for (const name in headers) if (client.reserved?.test(name)) delete headers[name];
  for (const [name, value] of Object.entries(given ?? {})) if (value === null) delete headers[name.toLowerCase()];
  return { ...headers, ...call.headers };
}
