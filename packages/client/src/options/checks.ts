import { refusal } from "../errors/refusal.ts";
import { knownMembers } from "./known-members.ts";

/** What is wrong with a value among options, in words; anything else where it is right. */
type Check = (value: unknown, options: Readonly<Record<string, unknown>>) => unknown;
/** Options by name. */
export type Checks = Readonly<Record<string, Check>>;

/** The longest delay a timer can hold; a longer one would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

function integerFrom(least: number): Check {
  return (value) =>
    !(Number.isInteger(value) && (value as number) >= least && (value as number) <= MAX_DELAY_MS) &&
    `must be an integer from ${least} to ${MAX_DELAY_MS}`;
}
const isBoolean: Check = (value) => typeof value !== "boolean" && "must be true or false";
const isFunction = (value: unknown): unknown => typeof value !== "function" && "must be a function";
/** Looked at where it is used. */
const isAnything: Check = () => {};

/** Options of clients and of calls. */
const shared: Checks = {
  timeoutMs: integerFrom(1),
  totalTimeoutMs: integerFrom(1),
  maxRetries: integerFrom(0),
  maxResponseBytes: integerFrom(1),
  headers: isAnything,
};

export const clientOptions: Checks = {
  ...shared,
  apiKey: isAnything,
  baseUrl: isAnything,
  fetch: isFunction,
  transport: (value, { fetch }) => (fetch || isFunction(Object(value).send)) && "must be a transport without fetch",
  onEvent: isFunction,
  dangerouslyAllowBrowser: isBoolean,
  dangerouslyAllowInsecureHttp: isBoolean,
};

export const callOptions: Checks = {
  ...shared,
  signal: (value) => value !== null && isFunction(Object(value).addEventListener) && "must be an AbortSignal",
  idempotent: isBoolean,
};

/**
 * Options without what is undefined.
 *
 * @throws {ConfigError} naming the first one that is not known or can't be right
 */
export function checkedOptions(given: unknown, checks: Checks, operation: string | undefined): Record<string, unknown> {
  const options = knownMembers(given, checks, "option", operation);
  for (const [name, value] of Object.entries(options)) {
    const why = checks[name]?.(value, options);
    if (why) refusal(operation, `option "${name}"`)(why as string);
  }
  return options;
}
