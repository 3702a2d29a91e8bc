import { isDocumentedError } from "./bodies/body-kind.ts";
import type { ApiDefinition } from "./definition/api-definition.ts";
import type { CallInput } from "./definition/call-parts.ts";
import type { OperationDefinition } from "./definition/operation-definition.ts";
import { ApiError } from "./errors/api-error.ts";
import { INSIDE, type Inside } from "./inside.ts";
import { callPromise } from "./operations/call-promise.ts";
import { createCall } from "./operations/create-call.ts";
import type { ApiPromise } from "./operations/operation.ts";
import type { Environment } from "./options/environment.ts";
import type { CallOptions, ClientOptions } from "./options/options.ts";
import { NOTHING, over } from "./options/over.ts";
import { checkedSettings, type Settings } from "./options/settings.ts";
import { type ParameterPlan, planParameters } from "./parameters/parameters.ts";

/**
 * A client: a method for each operation of the definition.
 *
 * `Client` is the generated interface that belongs to the definition; the two come out of one run of the generator.
 *
 * @param environment - the variables where the key and the base URL are looked for, when the options don't give them
 * @param product - name and version of the package, for the user agent: `x-telnyx-video/1.2.3`
 * @throws {ConfigError} at once, when an option can't be right or there is no key
 */
export function createClient<Client extends object>(
  api: ApiDefinition,
  environment: Environment,
  options?: ClientOptions | undefined,
  product?: string,
): Client {
  const settings = checkedSettings(over(NOTHING, api), environment, options, product);
  const client: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries(api.operations)) {
    // What the table lacks, a polluted `Object.prototype` does not give it.
    client[name] = createMethod(name, over(NOTHING, definition), settings);
  }
  // A function, and not enumerable: no inspection shows the key, no spread copies it.
  return Object.defineProperty(client, INSIDE, { value: (): Inside => ({ api, settings }) }) as Client;
}

function createMethod(name: string, definition: OperationDefinition, settings: Settings): unknown {
  // At the first call: few programs call all that a client has.
  let plan: ParameterPlan | undefined;
  // Under its name, which a stack shows.
  const methods = {
    [name]: (input?: CallInput, options?: CallOptions): ApiPromise<unknown> =>
      callPromise(() =>
        createCall(name, definition, (plan ??= planParameters(name, definition)), settings, input, options),
      ),
  };
  return Object.assign(methods[name] as object, {
    isError: (error: unknown): boolean =>
      error instanceof ApiError && error.operation === name && isDocumentedError(definition, error),
  });
}
