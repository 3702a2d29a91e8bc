import type { OperationDefinition } from "./api-definition.ts";
import { ConfigError } from "./errors.ts";
import { checkHeaders } from "./headers.ts";
import type { CallOptions } from "./options.ts";
import { keyHeader, resolveLimits, type Limits, type Settings } from "./settings.ts";

/** Methods that may be repeated without harm (RFC 9110, section 9.2.2; TRACE is left out). */
const IDEMPOTENT = /^(GET|HEAD|OPTIONS|PUT|DELETE)$/;

/** One call of an operation, from its first attempt to its last. */
export interface Call extends Limits {
  readonly operation: string;
  readonly definition: OperationDefinition;
  readonly settings: Settings;
  readonly signal: AbortSignal | undefined;
  readonly idempotent: boolean;
  /** Whether a success is left as bytes, unchecked: `.http` with a `parseAs` other than `json`. */
  readonly asBytes: boolean;
  /** When `totalTimeoutMs` is over, in the milliseconds of `performance.now()`; Infinity without one. */
  readonly endsAt: number;
  /** 1 for the first attempt. */
  attempt: number;
  /** The key of the current attempt, to be kept out of messages. */
  key: string | undefined;
}

/** @throws {ConfigError} naming the option that can't be right */
export function createCall(
  operation: string,
  definition: OperationDefinition,
  settings: Settings,
  options: CallOptions,
  asBytes = false,
): Call {
  const { signal, headers, idempotent } = options;
  if (signal !== undefined && signal !== null && typeof signal.addEventListener !== "function") {
    throw new ConfigError("signal must be an AbortSignal", { operation });
  }
  if (headers) checkHeaders(headers, operation, keyHeader(definition));
  const { timeoutMs, totalTimeoutMs, maxRetries, maxResponseBytes } = resolveLimits(options, settings, operation);
  return {
    timeoutMs,
    totalTimeoutMs,
    maxRetries,
    maxResponseBytes,
    operation,
    definition,
    settings,
    signal: signal ?? undefined,
    idempotent: idempotent ?? IDEMPOTENT.test(definition.method),
    asBytes,
    endsAt: totalTimeoutMs ? performance.now() + totalTimeoutMs : Number.POSITIVE_INFINITY,
    attempt: 1,
    key: undefined,
  };
}
