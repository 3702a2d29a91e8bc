import { documentedKind, isOfKind } from "./answer.ts";
import type { ApiDefinition, OperationDefinition } from "./api-definition.ts";
import { apiError, ApiError } from "./api-error.ts";
import { createCall } from "./call.ts";
import { CallPromise } from "./call-promise.ts";
import { createHttp } from "./http.ts";
import { createSender } from "./openapi-fetch.ts";
import type { ApiPromise, ApiResult } from "./operation.ts";
import type { CallOptions, ClientOptions } from "./options.ts";
import { prepare, type CallInput } from "./prepare.ts";
import { refuseUnknown } from "./refuse-unknown.ts";
import { resolveSettings, type Settings } from "./settings.ts";
import { transport } from "./transport.ts";

const CALL_OPTIONS = [
  "signal",
  "timeoutMs",
  "totalTimeoutMs",
  "maxRetries",
  "maxResponseBytes",
  "headers",
  "idempotent",
];
const PLACES = ["path", "query", "header", "body"];

/**
 * A client: a method for each operation of the definition, and `http`.
 *
 * `Client` is the generated interface that belongs to the definition; the two come out of one run of the generator.
 *
 * @param environmentVariable - where the key is looked for when `options.apiKey` is not given
 * @throws {ConfigError} at once, when an option can't be right or there is no key
 */
export function createClient<Client extends object>(
  api: ApiDefinition,
  environmentVariable: string,
  options?: ClientOptions | undefined,
): Client {
  const settings = resolveSettings(api, environmentVariable, options ?? {});
  const client: Record<string, unknown> = {
    http: createHttp(api, settings, createSender(settings.baseUrl, transport)),
  };
  for (const [name, definition] of Object.entries(api.operations)) {
    client[name] = createMethod(name, definition, settings);
  }
  return client as Client;
}

function createMethod(name: string, definition: OperationDefinition, settings: Settings): unknown {
  const run = async (input: CallInput | undefined, options?: CallOptions): Promise<ApiResult<unknown>> => {
    refuseUnknown(options, CALL_OPTIONS, "option of a call", name);
    refuseUnknown(input, PLACES, "place in the input (path, query, header, body) called", name);
    const call = createCall(name, definition, settings, options ?? {});
    const { target, headers, body } = prepare(call, Object(input), options?.headers);
    const url = settings.baseUrl + target;
    const answer = await transport(call, { url, method: definition.method, headers, body });
    if (!answer.ok) throw apiError(call, answer);
    return { data: answer.body, response: answer.response };
  };
  const method = (input?: CallInput, options?: CallOptions): ApiPromise<unknown> =>
    new CallPromise(run(input, options));
  return Object.assign(method, {
    isError(error: unknown): boolean {
      if (!(error instanceof ApiError) || error.operation !== name) return false;
      const kind = documentedKind(definition, error.status);
      return kind !== undefined && isOfKind(error.body, kind);
    },
  });
}
