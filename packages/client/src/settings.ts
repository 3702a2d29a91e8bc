import type { ApiDefinition, OperationDefinition } from "./api-definition.ts";
import { keySource, type KeySource } from "./authorization.ts";
import { checkBaseUrl } from "./base-url.ts";
import { RetryBudget } from "./budget.ts";
import { ConfigError } from "./errors.ts";
import { checkHeaders, lowerCased } from "./headers.ts";
import type { CallOptions, ClientOptions } from "./options.ts";
import { refuseUnknown } from "./refuse-unknown.ts";

/** The longest delay a timer can hold; a longer one would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** A client's options, checked and with their defaults. Lives in closures alone, so that no inspection shows the key. */
export interface Settings extends Limits {
  readonly baseUrl: string;
  readonly key: KeySource;
  readonly budget: RetryBudget;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: ClientOptions["fetch"];
  readonly onEvent: ClientOptions["onEvent"];
}

/** The bounds of a call. */
export interface Limits {
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number | undefined;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
}

const DEFAULTS: Limits = {
  timeoutMs: 30_000,
  totalTimeoutMs: undefined,
  maxRetries: 2,
  maxResponseBytes: 10 * 2 ** 20,
};

const LIMITS = ["timeoutMs", "totalTimeoutMs", "maxRetries", "maxResponseBytes"] as const;
const CLIENT_OPTIONS = [
  ...LIMITS,
  "apiKey",
  "baseUrl",
  "headers",
  "fetch",
  "onEvent",
  "dangerouslyAllowBrowser",
  "dangerouslyAllowInsecureHttp",
];

/**
 * Checks the options of a factory.
 *
 * @throws {ConfigError} naming the option that can't be right
 */
export function resolveSettings(api: ApiDefinition, variable: string, options: ClientOptions): Settings {
  const { fetch, headers, onEvent } = options;
  const refuse = (why: string): never => {
    throw new ConfigError(why, { operation: undefined });
  };
  if (typeof options !== "object") refuse("options must be an object");
  refuseUnknown(options, CLIENT_OPTIONS, "option");
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    refuse("this is a browser, where everyone can read the API key (dangerouslyAllowBrowser allows it)");
  }
  if (fetch !== undefined && typeof fetch !== "function") refuse("fetch must be a function");
  if (onEvent !== undefined && typeof onEvent !== "function") refuse("onEvent must be a function");
  if (headers) checkHeaders(headers);
  return {
    ...resolveLimits(options, DEFAULTS),
    baseUrl: checkBaseUrl(options.baseUrl ?? api.baseUrl, options.dangerouslyAllowInsecureHttp),
    key: keySource(api, variable, options.apiKey),
    budget: new RetryBudget(),
    headers: lowerCased(headers),
    fetch,
    onEvent,
  };
}

/** The limits that are given, over the others. */
export function resolveLimits(given: Partial<CallOptions>, defaults: Limits, operation?: string): Limits {
  const limits = {} as { -readonly [Name in keyof Limits]: Limits[Name] };
  for (const name of LIMITS) {
    const value = given[name] ?? defaults[name];
    const least = name === "maxRetries" ? 0 : 1;
    if (value !== undefined && !(Number.isInteger(value) && value >= least && value <= MAX_DELAY_MS)) {
      throw new ConfigError(`${name} must be a whole number from ${least} to ${MAX_DELAY_MS}`, { operation });
    }
    limits[name] = value as number;
  }
  return limits;
}

/** The header that carries the key, which no caller may set. */
export function keyHeader({ security }: OperationDefinition): string | undefined {
  return typeof security === "object" ? security.header : undefined;
}

/** A page or a classic worker of one. Server runtimes have neither, even those that look like a browser otherwise. */
function isBrowser(): boolean {
  const scope = globalThis as { window?: { document?: unknown }; importScripts?: unknown };
  return typeof scope.window?.document === "object" || typeof scope.importScripts === "function";
}
