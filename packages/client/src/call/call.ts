import type { OperationDefinition } from "../api-definition.ts";
import { callOptions, checked, places } from "../options/checks.ts";
import { refusal } from "../errors/errors.ts";
import { checkedHeaders } from "../options/headers.ts";
import type { CallOptions } from "../options/options.ts";
import { plainParameter } from "../parameters/parameter.ts";
import { placeParameters } from "../parameters/parameters.ts";
import type { Settings } from "../options/settings.ts";

/** Methods that may do harm when they are repeated (RFC 9110, section 9.2.2), and TRACE. */
const NOT_IDEMPOTENT = /POST|PATCH|TRACE/;

/** The input of a call, by place. */
export interface CallInput {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly header?: unknown;
  readonly body?: unknown;
}

/** One call of an operation, from its first attempt to its last: its input is text already. */
export interface Call {
  readonly operation: string;
  readonly definition: OperationDefinition;
  /** The client's, the call's options over them. */
  readonly settings: Settings;
  readonly isIdempotent: boolean;
  /** Whether a success is left as bytes, unchecked: `.http` with a `parseAs` other than `json`. */
  readonly asBytes: boolean | undefined;
  readonly url: string;
  /** Those of this call alone, by name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | undefined;
  /** When `totalTimeoutMs` is over, in the milliseconds of `performance.now()`. */
  readonly endsAt: number | undefined;
  /** 1 for the first attempt. */
  attempt: number;
  /** What its last retry took from the budget. */
  cost: number;
  /** The key of the current attempt, to be kept out of messages. */
  key: string | undefined;
  /** The last answer that was read. */
  response: Response | undefined;
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
  asBytes?: boolean,
): Call {
  const input: CallInput = checked(givenInput, places, "input", operation);
  const options: CallOptions = checked(givenOptions, callOptions, "option", operation);
  const { baseUrl, headers, serializers } = client;
  const settings = givenOptions ? { ...client, ...(options as object), headers } : client;
  const { totalTimeoutMs } = settings;
  const { parameter = plainParameter, body: serializeBody = refuseBody } = serializers;
  const placed = placeParameters(operation, definition, input, parameter);
  const body = serializeBody(operation, definition, input.body);
  return {
    operation,
    definition,
    settings,
    isIdempotent: options.idempotent ?? !NOT_IDEMPOTENT.test(definition.method),
    asBytes,
    url: baseUrl + placed.target,
    headers: {
      ...checkedHeaders(options.headers, operation, definition.security),
      ...checkedHeaders(placed.headers, operation),
    },
    body,
    endsAt: totalTimeoutMs && performance.now() + totalTimeoutMs,
    attempt: 1,
    cost: 0,
    key: undefined,
    response: undefined,
  };
}

/** Stands in for the serializer that the table of an API without request bodies does not import. */
function refuseBody(operation: string, _: OperationDefinition, body: unknown): undefined {
  if (body !== undefined) refusal(operation, "the body")("is not known");
}
