import { refusal } from "../errors/errors.ts";

/** What is wrong with a value, in words; anything else where it is right. */
type Check = (value: unknown) => unknown;
/** By name. A name without a check takes any value. */
export type Checks = Readonly<Record<string, Check | null>>;

/** The longest delay a timer can hold; a longer one would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

function wholeFrom(least: number): Check {
  return (value) =>
    !(Number.isInteger(value) && (value as number) >= least && (value as number) <= MAX_DELAY_MS) &&
    `must be a whole number from ${least} to ${MAX_DELAY_MS}`;
}
const isBoolean: Check = (value) => typeof value !== "boolean" && "must be true or false";
const isFunction: Check = (value) => typeof value !== "function" && "must be a function";

/** Options of clients and of calls. */
const shared: Checks = {
  timeoutMs: wholeFrom(1),
  totalTimeoutMs: wholeFrom(1),
  maxRetries: wholeFrom(0),
  maxResponseBytes: wholeFrom(1),
  headers: null,
};

export const clientOptions: Checks = {
  ...shared,
  apiKey: null,
  baseUrl: null,
  fetch: isFunction,
  onEvent: isFunction,
  dangerouslyAllowBrowser: isBoolean,
  dangerouslyAllowInsecureHttp: isBoolean,
};

export const callOptions: Checks = {
  ...shared,
  signal: (value) => value !== null && isFunction(Object(value).addEventListener) && "must be an AbortSignal",
  idempotent: isBoolean,
};

/** What a call's input may hold. */
export const places: Checks = { path: null, query: null, header: null, body: null };

/**
 * What is given, without what is undefined. Refuses a value that can't be right, and a name that nobody would read: left
 * out in silence, a misspelt `baseUrl` sends the key to production.
 *
 * @param known - what may be given, by name
 * @param what - kind of thing that is named: `option`
 * @throws {ConfigError} naming the first one that is wrong
 */
export function checked(
  given: unknown,
  known: Readonly<Record<string, unknown>>,
  what: string,
  operation: string | undefined,
): Record<string, unknown> {
  const defined: Record<string, unknown> = {};
  if (!given) return defined;
  const parent: unknown = Object.getPrototypeOf(given);
  // Members of a class's instance, a Map or a Headers would be read in part, or not at all.
  if (parent && Object.getPrototypeOf(parent)) refusal(operation, `${what}s`)("must be in a plain object");
  for (const name of Object.keys(given)) {
    const value = (given as typeof defined)[name];
    if (value === undefined) continue;
    // A parameter's definition is no function, and takes any value here.
    const why = Object.hasOwn(known, name) ? (known[name] as Check | null)?.call?.(undefined, value) : "is not known";
    if (why) refusal(operation, `${what} ${JSON.stringify(name.slice(0, 100))}`)(why as string);
    defined[name] = value;
  }
  return defined;
}
