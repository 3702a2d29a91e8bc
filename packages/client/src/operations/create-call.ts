import type { Call } from "../call.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import { callOptions, checkedOptions } from "../options/checks.ts";
import { checkedHeaders } from "../options/headers.ts";
import { knownMembers } from "../options/known-members.ts";
import type { CallOptions } from "../options/options.ts";
import type { Settings } from "../options/settings.ts";
import { PLACES, placeParameters } from "../parameters/parameters.ts";
import { plainParameter } from "../parameters/plain-parameter.ts";

/** Methods that may do harm when they are repeated (RFC 9110, section 9.2.2), and TRACE. */
const NOT_IDEMPOTENT = /POST|PATCH|TRACE/;

/** What a call's input may hold, of an API that has request bodies. */
const INPUT = { ...PLACES, body: true };

/** The input of a call, by place. */
export interface CallInput {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly header?: unknown;
  readonly body?: unknown;
}

/**
 * Checks a call and turns its input into what is sent, as the operation's definition says.
 *
 * @throws {ConfigError} naming the parameter or the option that can't be right
 */
export function createCall(
  operation: string,
  definition: OperationDefinition,
  client: Settings,
  givenInput: CallInput | undefined,
  givenOptions: CallOptions | undefined,
): Call {
  const options: CallOptions = checkedOptions(givenOptions, callOptions, operation);
  const { baseUrl, headers, serializers } = client;
  const settings = givenOptions ? { ...client, ...(options as object), headers } : client;
  const { totalTimeoutMs } = settings;
  const { parameter = plainParameter, body: serializeBody } = serializers;
  const input: CallInput = knownMembers(givenInput, serializeBody ? INPUT : PLACES, "input", operation);
  const placed = placeParameters(operation, definition, input, parameter);
  const body = serializeBody?.(operation, definition, input.body);
  return {
    operation,
    definition,
    settings,
    isIdempotent: options.idempotent ?? !NOT_IDEMPOTENT.test(definition.method),
    url: baseUrl + placed.target,
    headers: {
      ...checkedHeaders(options.headers, operation, definition.security),
      ...checkedHeaders(placed.headers, operation),
    },
    body,
    endsAt: totalTimeoutMs && performance.now() + totalTimeoutMs,
    keys: [],
    attempt: 1,
    cost: 0,
  };
}
