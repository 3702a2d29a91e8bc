import type { Call } from "../call.ts";
import type { ApiDefinition } from "../definition/api-definition.ts";
import { ApiError } from "../errors/api-error.ts";
import { refusal } from "../errors/refusal.ts";
import { callPromise } from "../operations/call-promise.ts";
import { createCall, type CallInput } from "../operations/create-call.ts";
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
    const [operation, definition] = found ?? refusal(undefined, "http:")("no such method and path");
    if (!PARSE_AS.includes(parseAs)) refusal(operation, "parseAs")("is not known");
    // What would go round the guards of a call (`fetch`, `baseUrl`, …) is no option of one, and refused.
    let call = {} as Call;
    try {
      const data = await callPromise<unknown>(
        () => (call = createCall(operation, definition, settings, { ...params, body }, options, parseAs !== "json")),
      );
      const { response } = call as { response: Response };
      if (parseAs === "json") return { data, response };
      // Without the status, which may allow no body, and its text, which may not be one that a Response takes.
      const copy = new Response(data as Uint8Array<ArrayBuffer>, { headers: response.headers });
      return { data: parseAs === "stream" ? copy.body : await copy[parseAs](), response };
    } catch (error) {
      // An empty error must not read as success.
      if (error instanceof ApiError) return { error: (error.body as unknown) || error, response: call.response };
      throw error;
    }
  };
  const http: Record<string, unknown> = { request };
  for (const verb of VERBS) http[verb] = (path: unknown, init?: HttpInit) => request(verb, path, init);
  return http;
}
