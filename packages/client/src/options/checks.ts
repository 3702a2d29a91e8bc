import { refusal } from "../errors/refusal.ts";
import type { Transport } from "../transport/transport.ts";
import { knownMembers } from "./known-members.ts";

/** What an option must be, in words; anything else where it is right. */
type Rule = (value: unknown, options: Readonly<Record<string, unknown>>) => unknown;
/** An integer from the least one, of a type, or what a rule says. The empty text: it is looked at where it is used. */
type Check = number | "boolean" | "function" | "" | Rule;
/** Options by name. */
export type Checks = Readonly<Record<string, Check>>;

/** The longest delay a timer can hold; a longer one would fire at once. */
export const MAX_DELAY_MS: number = 2 ** 31 - 1;

/** Options of clients and of calls. */
const shared: Checks = {
  timeoutMs: 1,
  totalTimeoutMs: 1,
  maxRetries: 0,
  maxResponseBytes: 1,
  headers: "",
};

export const clientOptions: Checks = {
  ...shared,
  apiKey: "",
  baseUrl: "",
  fetch: "function",
  onEvent: "function",
  transport: (value, { fetch }) =>
    (fetch || typeof value !== "function" || !(value as Partial<Transport>).close) && "a transport without fetch",
  dangerouslyAllowBrowser: "boolean",
  dangerouslyAllowInsecureHttp: "boolean",
};

export const callOptions: Checks = {
  ...shared,
  signal: (value) => value !== null && typeof Object(value).addEventListener !== "function" && "an AbortSignal",
  idempotent: "boolean",
};

/**
 * Options without what is undefined.
 *
 * @throws {ConfigError} naming the first one that is not known or can't be right
 */
export function checkedOptions(given: unknown, checks: Checks, operation?: string): Record<string, unknown> {
  const options = knownMembers(given, checks, "option", operation);
  for (const [name, value] of Object.entries(options)) {
    const check = checks[name];
    let due: unknown;
    if (typeof check === "function") due = check(value, options);
    else if (typeof check !== "number") due = check && typeof value !== check && `a ${check}`;
    else if (!(Number.isInteger(value) && (value as number) >= check && (value as number) <= MAX_DELAY_MS))
      due = `an integer from ${check} to ${MAX_DELAY_MS}`;
    if (due) refusal(operation, `option "${name}" must be`)(due as string);
  }
  return options;
}
