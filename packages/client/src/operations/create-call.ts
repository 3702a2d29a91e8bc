import type { Call } from "../call.ts";
import type { CallInput } from "../definition/call-parts.ts";
import type { OperationDefinition } from "../definition/operation-definition.ts";
import { over } from "../options/over.ts";
import { callOptions, checkedOptions } from "../options/checks.ts";
import { checkedHeaders } from "../options/headers.ts";
import { knownMembers } from "../options/known-members.ts";
import type { CallOptions } from "../options/options.ts";
import type { Settings } from "../options/settings.ts";
import { type ParameterPlan, PLACES, placeParameters } from "../parameters/parameters.ts";
import { plainParameter } from "../parameters/plain-parameter.ts";

/** Methods that may do harm when they are repeated (RFC 9110, section 9.2.2), and TRACE. */
const NOT_IDEMPOTENT = /POST|PATCH|TRACE/;

/**
 * Checks a call and turns its input into what is sent, as the operation's definition says.
 *
 * @throws {ConfigError} naming the parameter or the option that can't be right
 */
export function createCall(
  operation: string,
  definition: OperationDefinition,
  plan: ParameterPlan,
  client: Settings,
  givenInput: CallInput | undefined,
  givenOptions: CallOptions | undefined,
): Call {
  const { baseUrl, headers, input: known = PLACES, options: checks = callOptions, parameter = plainParameter } = client;
  const input: CallInput = knownMembers(givenInput, known, "input", operation);
  const options: CallOptions = checkedOptions(givenOptions, checks, operation);
  const settings = givenOptions ? over(client, options as object, { headers }) : client;
  const { totalTimeoutMs } = settings;
  const placed = placeParameters(operation, definition.path, plan, input, parameter);
  const call: Call = {
    operation,
    definition,
    settings,
    idempotent: options.idempotent ?? !NOT_IDEMPOTENT.test(definition.method),
    url: baseUrl + placed.target,
    headers: {
      ...checkedHeaders(options.headers, operation, client.reserved),
      ...checkedHeaders(placed.headers, operation),
    },
    body: undefined,
    typed: undefined,
    read: undefined,
    endsAt: totalTimeoutMs && performance.now() + totalTimeoutMs,
    keys: [],
    attempt: 1,
    cost: 0,
    response: undefined,
  };
  return Object.assign(call, client.finish?.(call, input) as Partial<Call> | undefined);
}
