import type { ApiDefinition } from "../definition/api-definition.ts";
import type { Serializers } from "../definition/serializers.ts";
import type { Access } from "../definition/access.ts";
import { refusal } from "../errors/refusal.ts";
import { CAPACITY, type RetryBudget } from "../retry/retry-budget.ts";
import { bearerKey } from "./authorization.ts";
import { NOTHING, over } from "./over.ts";
import { checkedBaseUrl } from "./base-url.ts";
import { checkedOptions, clientOptions } from "./checks.ts";
import type { Environment } from "./environment.ts";
import { checkedHeaders } from "./headers.ts";
import type { CallOptions, ClientOptions } from "./options.ts";
import { userAgent } from "./user-agent.ts";

/**
 * A client's options, checked and with their defaults; in a call, the call's options over them. Lives in closures alone,
 * so that no inspection shows the key.
 */
export interface Settings extends Omit<CallOptions, "headers">, Access, Serializers {
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
  readonly budget: RetryBudget;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly fetch?: ClientOptions["fetch"];
  readonly transport?: ClientOptions["transport"];
  readonly onEvent?: ClientOptions["onEvent"];
}

const DEFAULTS = {
  timeoutMs: 30_000,
  maxRetries: 2,
  maxResponseBytes: 10 * 2 ** 20,
};

/**
 * Checks the options of a factory.
 *
 * @throws {ConfigError} naming the option that can't be right
 */
export function checkedSettings(
  api: ApiDefinition,
  environment: Environment,
  given?: ClientOptions,
  product?: string,
): Settings {
  const options: ClientOptions = checkedOptions(given, { ...clientOptions, ...api.options });
  // A page or a classic worker of one. Server runtimes have neither, even those that look like a browser otherwise.
  const scope = globalThis as { window?: { document?: unknown }; importScripts?: unknown };
  if ((scope.window?.document ?? scope.importScripts) && !options.dangerouslyAllowBrowser) {
    refusal(undefined, "a browser")("needs dangerouslyAllowBrowser");
  }
  const access = over(NOTHING, (api.setUp ?? bearerKey)(api, environment, options));
  // The options are without what is undefined: a default stays where nothing is given.
  return over(NOTHING, DEFAULTS, api.serializers, options as object, {
    baseUrl: checkedBaseUrl(api.baseUrl, environment.baseUrl, options),
    ...(access as Pick<Access, "key">),
    budget: { tokens: CAPACITY },
    headers: { ...(product && userAgent(product)), ...checkedHeaders(options.headers, undefined, access.reserved) },
  });
}
