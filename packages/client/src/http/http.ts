import type { ApiDefinition } from "../definition/api-definition.ts";
import { ApiError } from "../errors/api-error.ts";
import { createCall, type CallInput } from "../operations/create-call.ts";
import type { Call } from "../call.ts";
import { callPromise } from "../operations/call-promise.ts";
import { refusal } from "../errors/refusal.ts";
import type { CallOptions } from "../options/options.ts";
import type { Settings } from "../options/settings.ts";

const VERBS = "GET PUT POST DELETE OPTIONS HEAD PATCH TRACE".split(" ");
const PARSE_AS = "json text blob arrayBuffer stream".split(" ");

interface HttpInit extends CallOptions {
  readonly params?: CallInput;
  readonly body?: unknown;
  readonly parseAs?: "json" | "text" | "blob" | "arrayBuffer" | "stream";
}

/** The operation methods, called by method and path, with results in the shape that openapi-fetch has. */
export function createHttp({ operations }: ApiDefinition, settings: Settings): Record<string, unknown> {
  const request = async (verb: unknown, path: unknown, init?: HttpInit): Promise<object> => {
    const { params, body, parseAs = "json", ...options } = Object(init) as HttpInit;
    const method = typeof verb === "string" && verb.toUpperCase();
    const found = Object.entries(operations).find(([, known]) => known.method === method && known.path === path);
    const [operation, definition] = found ?? refusal(undefined, "http:")("no operation has this method and path");
    if (!PARSE_AS.includes(parseAs)) refusal(operation, "parseAs")("is not known");
    // What would go round the guards of a call (`fetch`, `baseUrl`, …) is no option of one, and refused.
    let call: Call | undefined;
    const data = await callPromise<unknown>(() => {
      const input = { ...params, body };
      return (call = createCall(operation, definition, settings, input, options, parseAs !== "json"));
    }).catch((error: unknown) => {
      if (error instanceof ApiError) return error;
      throw error;
    });
    const response = call?.response as Response;
    // An empty error must not read as success.
    if (data instanceof ApiError) return { error: data.body || data, response };
    if (parseAs === "json") return { data, response };
    // Without the status, which may allow no body, and its text, which may not be one that a Response takes.
    const copy = new Response(data as Uint8Array<ArrayBuffer>, { headers: response.headers });
    return { data: parseAs === "stream" ? copy.body : await copy[parseAs](), response };
  };
  const http: Record<string, unknown> = { request };
  for (const verb of VERBS) http[verb] = (path: unknown, init?: HttpInit) => request(verb, path, init);
  return http;
}
